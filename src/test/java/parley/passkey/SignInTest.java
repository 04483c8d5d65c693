package parley.passkey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import parley.RunningParley;

class SignInTest {

    @RegisterExtension
    static final RunningParley parley = new RunningParley();

    private final String origin = Page.origin(parley);
    private final String room = parley.room();
    private final Authenticator key = new Authenticator(origin);
    private final Page ann = page();

    @Test
    void whoHasThePasskeyIsThatPersonAgainUnderAnotherSessionId() {
        ann.visitor().rename("Ann");
        ann.keep(key);
        var stranger = page();

        var again = stranger.signIn(key);

        assertThat(again.visitor().name()).isEqualTo("Ann");
        assertThat(again.account()).contains("Sign out");
        stranger.visitor().say(room, "With the old ID").is(401);
    }

    @Test
    void whoHasALinkFromBeforeDoesNotBecomeThatPerson() {
        ann.keep(key);
        var page = page();
        String link = page.move();

        page.signIn(key);

        page().follow(link).refused(404, "leads nowhere");
    }

    @Test
    void theOptionsNameNobody() {
        ann.keep(key);

        assertThat(page().requestOptions()).contains("\"allowCredentials\":[]", "\"rpId\":\"127.0.0.1\"",
                "\"userVerification\":\"preferred\"");
    }

    @Test
    void aPasskeyThatNobodyKnowsSaysWhatToDo() {
        key.make(ann.creationOptions());

        ann.attempt(key).refused(404, "Use another, or keep your name with a new one.");
    }

    @Test
    void anAnswerIsGoodOnce() {
        ann.keep(key);
        var page = page();
        String used = key.use(page.requestOptions());
        page.attempt(used).is(204);

        page().attempt(used).refused(422, "Press the button again.");
    }

    @Test
    void aChallengeIsSpentWhateverCameOfIt() {
        ann.keep(key);
        var page = page();
        String options = page.requestOptions();
        page.attempt(key.visit("https://evil.example").use(options)).is(403);

        page.attempt(key.visit(origin).use(options)).refused(422, "Press the button again.");
    }

    @Test
    void aChallengeIsForTheSessionThatAskedForIt() {
        ann.keep(key);

        page().attempt(key.use(page().requestOptions())).refused(422, "Press the button again.");
    }

    @Test
    void aChallengeThatNobodyMadeIsWorthNothing() {
        ann.keep(key);

        page().attempt(key.use("{\"challenge\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\"}")).is(422);
    }

    @Test
    void whatWasSignedForAnotherPageIsRefused() {
        ann.keep(key);

        refused(key.visit("https://evil.example"));
        refused(key.visit(origin).askedFor("evil.example"));
        refused(key.visit("https://evil.example").askedFor("127.0.0.1"));
        page().signIn(key.visit(origin));
    }

    @Test
    void whatWasSignedWithoutAPersonOrForAnotherPurposeIsRefused() {
        ann.keep(key);
        var page = page();

        page.attempt(key.use("webauthn.create", page.requestOptions())).refused(403, "could not be verified");
        refused(key.withoutTouch());
    }

    @Test
    void aPasskeyThatSaysItIsSomebodyElsesIsRefused() {
        ann.keep(key);

        refused(key.saysItIs("somebody-else"));
    }

    @Test
    void aPasskeyThatCountsBackwardsMayBeACopy() {
        ann.keep(key.count(5));
        page().signIn(key.count(6));

        page().attempt(key.count(6)).refused(403, "it may be a copy");
        page().attempt(key.count(2)).refused(403, "it may be a copy");

        page().signIn(key.count(7));
    }

    @Test
    void theSignatureOfAnotherKeyIsRefused() {
        ann.keep(key);
        var page = page();
        String options = page.requestOptions();
        var other = new Authenticator(origin);
        other.make(page.creationOptions());

        page.attempt(key.use(options).replaceFirst("\"signature\":\"[^\"]*\"",
                other.use(options).replaceFirst(".*(\"signature\":\"[^\"]*\").*", "$1")))
                .refused(403, "could not be verified");
    }

    private void refused(Authenticator authenticator) {
        page().attempt(authenticator).refused(403, "This passkey could not be verified.");
    }

    private static Page page() {
        return Page.open(parley);
    }
}
