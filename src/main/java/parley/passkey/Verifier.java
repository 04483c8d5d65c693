package parley.passkey;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AuthenticatorDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecord;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.AttestationObject;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.CollectedClientData;
import com.webauthn4j.data.extension.authenticator.RegistrationExtensionAuthenticatorOutput;
import com.webauthn4j.util.Base64UrlUtil;
import com.webauthn4j.util.exception.WebAuthnException;
import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import parley.page.Problem;

/** What WebAuthn demands of a passkey: challenge, origin, type, host, flags, algorithm, signature, counter. */
final class Verifier {

    static final List<PublicKeyCredentialParameters> ALGORITHMS = Stream
            .of(COSEAlgorithmIdentifier.ES256, COSEAlgorithmIdentifier.EdDSA, COSEAlgorithmIdentifier.RS256)
            .map(algorithm -> new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, algorithm))
            .toList();

    /** Its mappers of JSON and CBOR would slow down the start. */
    private static final class OnFirstUse {
        static final Verifier VERIFIER = new Verifier();
    }

    private static final boolean USER_VERIFIED = false;
    private static final boolean USER_PRESENT = true;

    private static final String NOT_VERIFIED = "This passkey could not be verified. Reload the page and try again.";

    private final ObjectConverter converter = new ObjectConverter();
    private final WebAuthnManager webAuthn = WebAuthnManager.createNonStrictWebAuthnManager(converter);
    private final AuthenticatorDataConverter data = new AuthenticatorDataConverter(converter);

    private Verifier() {}

    static Verifier get() {
        return OnFirstUse.VERIFIER;
    }

    /** @throws Problem 400 if it is no {@code RegistrationResponseJSON} */
    RegistrationData registration(String json) {
        return parsed(() -> webAuthn.parseRegistrationResponseJSON(json), RegistrationData::getCollectedClientData);
    }

    /** @throws Problem 400 if it is no {@code AuthenticationResponseJSON} */
    AuthenticationData assertion(String json) {
        return parsed(() -> webAuthn.parseAuthenticationResponseJSON(json), AuthenticationData::getCollectedClientData);
    }

    /**
     * The passkey that was made.
     *
     * @throws Problem 403 if anything is not as it must be
     */
    Passkey verify(RegistrationData made, String user, Site site) {
        var expected = new RegistrationParameters(site.expecting(made.getCollectedClientData().getChallenge()),
                ALGORITHMS, USER_VERIFIED, USER_PRESENT);
        checked(() -> webAuthn.verify(made, expected));
        var told = made.getAttestationObject().getAuthenticatorData();
        return new Passkey(Base64UrlUtil.encodeToString(told.getAttestedCredentialData().getCredentialId()), user,
                Base64UrlUtil.encodeToString(data.convert(told)), told.getSignCount());
    }

    /**
     * How often the passkey has been used by now.
     *
     * @throws Problem 403 if anything is not as it must be
     */
    long verify(AuthenticationData used, Passkey passkey, Site site) {
        var expected = new AuthenticationParameters(site.expecting(used.getCollectedClientData().getChallenge()),
                record(passkey), null, USER_VERIFIED, USER_PRESENT);
        checked(() -> webAuthn.verify(used, expected));
        if (!Arrays.equals(used.getUserHandle(), Options.handle(passkey.user()))) {
            throw new Problem(403, NOT_VERIFIED);
        }
        return used.getAuthenticatorData().getSignCount();
    }

    String json(Object options) {
        return converter.getJsonMapper().writeValueAsString(options);
    }

    private CredentialRecord record(Passkey passkey) {
        AuthenticatorData<RegistrationExtensionAuthenticatorOutput> told = data
                .convert(Base64UrlUtil.decode(passkey.data()));
        var record = new CredentialRecordImpl(new AttestationObject(told, new NoneAttestationStatement()), null, null,
                null);
        record.setCounter(passkey.counter());
        return record;
    }

    /** What is far from well-formed makes it throw anything, or leaves gaps. */
    private static <T> T parsed(Supplier<T> parse, Function<T, CollectedClientData> client) {
        try {
            T parsed = parse.get();
            Objects.requireNonNull(client.apply(parsed).getChallenge());
            return parsed;
        } catch (RuntimeException e) {
            throw Problem.malformed("This is no passkey that a browser would send. Reload the page and try again.");
        }
    }

    private static void checked(Supplier<?> verification) {
        try {
            verification.get();
        } catch (MaliciousCounterValueException e) {
            throw new Problem(403, "This passkey was used less often than Parley remembers, so it may be a copy of the "
                    + "real one. Use another passkey.");
        } catch (WebAuthnException e) {
            throw new Problem(403, NOT_VERIFIED);
        }
    }
}
