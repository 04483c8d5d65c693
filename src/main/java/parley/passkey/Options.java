package parley.passkey;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.webauthn4j.data.AttestationConveyancePreference;
import com.webauthn4j.data.AuthenticatorSelectionCriteria;
import com.webauthn4j.data.PublicKeyCredentialCreationOptions;
import com.webauthn4j.data.PublicKeyCredentialDescriptor;
import com.webauthn4j.data.PublicKeyCredentialRequestOptions;
import com.webauthn4j.data.PublicKeyCredentialRpEntity;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.PublicKeyCredentialUserEntity;
import com.webauthn4j.data.ResidentKeyRequirement;
import com.webauthn4j.data.UserVerificationRequirement;
import com.webauthn4j.data.client.challenge.Challenge;
import com.webauthn4j.util.Base64UrlUtil;
import java.util.List;
import parley.user.User;

/** What the browser is asked for, in the words of WebAuthn. */
final class Options {

    private static final UserVerificationRequirement VERIFIED = UserVerificationRequirement.PREFERRED;

    private Options() {}

    /** A passkey that tells by itself whose it is. An authenticator that has one of the user's already makes no other. */
    static PublicKeyCredentialCreationOptions creation(Challenge challenge, Site site, User user, List<String> ids) {
        var selection = new AuthenticatorSelectionCriteria(null, true, ResidentKeyRequirement.REQUIRED, VERIFIED);
        return new PublicKeyCredentialCreationOptions(new PublicKeyCredentialRpEntity(site.host(), "Parley"),
                new PublicKeyCredentialUserEntity(handle(user.id()), user.name(), user.name()), challenge,
                Verifier.ALGORITHMS, timeout(), ids.stream().map(Options::credential).toList(), selection,
                AttestationConveyancePreference.NONE, null);
    }

    /** Any passkey that was made here. */
    static PublicKeyCredentialRequestOptions request(Challenge challenge, Site site) {
        return new PublicKeyCredentialRequestOptions(challenge, timeout(), site.host(), List.of(), VERIFIED, null);
    }

    /** What the passkey tells of its user. */
    static byte[] handle(String user) {
        return user.getBytes(UTF_8);
    }

    private static PublicKeyCredentialDescriptor credential(String id) {
        return new PublicKeyCredentialDescriptor(PublicKeyCredentialType.PUBLIC_KEY, Base64UrlUtil.decode(id), null);
    }

    private static Long timeout() {
        return Challenges.GOOD_FOR.toMillis();
    }
}
