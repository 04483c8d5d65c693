package parley.passkey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import parley.RunningParley;
import parley.Visitor;

class KeepTest {

    @RegisterExtension
    static final RunningParley parley = new RunningParley();

    private final String origin = Page.origin(parley);
    private final String room = parley.room();
    private final Authenticator key = new Authenticator(origin);
    private final Page ann = page();

    @Test
    void aKeptNameIsTheSamePersonUnderAnotherSessionId() {
        ann.visitor().rename("Ann");
        ann.visitor().say(room, "Before").is(201);

        var kept = ann.keep(key);

        assertThat(kept.visitor().name()).isEqualTo("Ann");
        kept.visitor().say(room, "After").is(201);
        assertThat(page().visitor().get("/rooms/" + room).document().select(".author").eachText())
                .containsExactly("Ann", "Ann");
        ann.visitor().say(room, "With the old ID").is(401);
    }

    /** The session goes on by another ID: whoever would have the old one now is nobody. */
    @Test
    void nobodyElseAppearsMeanwhile() {
        ann.visitor().rename("Ann");
        try (var stream = ann.visitor().listen(room)) {
            stream.seesPiece("Ann");

            ann.keep(key);

            assertThat(stream.closeCode()).isEqualTo(4401);
            assertThat(page().visitor().get("/rooms/" + room).document().select("#people li")).isEmpty();
        }
    }

    @Test
    void thePageSaysWhetherTheNameIsKept() {
        assertThat(ann.account()).contains("Keep this name", "I have a passkey").doesNotContain("Sign out");

        assertThat(ann.keep(key).account()).contains("Sign out", "Add another passkey")
                .doesNotContain("Keep this name");
    }

    @Test
    void theOptionsAskForADiscoverablePasskeyOfOneOfThreeAlgorithms() {
        assertThat(ann.creationOptions()).contains("\"residentKey\":\"required\"",
                "\"userVerification\":\"preferred\"", "\"alg\":-7", "\"alg\":-8", "\"alg\":-257",
                "\"attestation\":\"none\"", "\"excludeCredentials\":[]", "\"name\":\"" + ann.visitor().name() + "\"",
                "\"id\":\"127.0.0.1\"");
    }

    @Test
    void whoHasAPasskeyIsNotAskedToMakeAnotherOnTheSameAuthenticator() {
        assertThat(ann.keep(key).creationOptions()).contains("\"excludeCredentials\":[{", "\"type\":\"public-key\"");
    }

    @Test
    void anotherPasskeyKeepsTheSamePerson() {
        ann.visitor().rename("Ann");
        var second = new Authenticator(origin);
        ann.keep(key).keep(second);

        assertThat(page().signIn(key).visitor().name()).isEqualTo("Ann");
        assertThat(page().signIn(second).visitor().name()).isEqualTo("Ann");
    }

    @Test
    void onePasskeyKeepsOnePerson() {
        ann.keep(key);
        var ben = page();

        ben.make(key.make(ben.creationOptions()), Visitor.newSecret()).refused(409, "Sign in with it.");

        assertThat(ben.account()).contains("Keep this name");
    }

    @Test
    void aRequestThatIsRepeatedWithTheSameIdsIsAnsweredAgain() {
        String next = Visitor.newSecret();
        String passkey = key.make(ann.creationOptions());
        ann.make(passkey, next).is(204);

        ann.make(passkey, next).is(204);
        ann.make(passkey, Visitor.newSecret()).is(401);
    }

    @Test
    void anIdThatWasUsedIsNeverGivenMore() {
        var known = page().visitor();
        known.say(room, "Somebody else's").is(201);

        ann.make(key.make(ann.creationOptions()), known.secret()).refused(409, "The next session ID has been used.");

        assertThat(ann.account()).contains("Keep this name");
        assertThat(known.get("/session/pieces").body()).contains("Keep this name");
    }

    @Test
    void aPasskeyThatIsNotMadeForThisPageIsRefused() {
        refused(key.visit("https://evil.example"));
        refused(key.visit(origin).askedFor("evil.example"));
        refused(key.visit("https://evil.example").askedFor("127.0.0.1"));

        ann.keep(key.visit(origin));
    }

    @Test
    void aPasskeyThatIsMadeWithoutAPersonIsRefused() {
        refused(key.withoutTouch());
    }

    @Test
    void whoDoesNotSayWhereTheyComeFromIsRefused() {
        ann.visitor().without("Origin").submit("POST", "/passkeys/creation-options", "").refused(400, "Origin");
        ann.visitor().with("Origin", "https://evil.example").submit("POST", "/passkeys/creation-options", "").is(403);
    }

    private void refused(Authenticator authenticator) {
        ann.make(authenticator.make(ann.creationOptions()), Visitor.newSecret())
                .refused(403, "This passkey could not be verified.");
        assertThat(ann.account()).contains("Keep this name");
    }

    private static Page page() {
        return Page.open(parley);
    }
}
