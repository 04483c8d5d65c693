package parley.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.Reply;
import parley.RunningParley;
import parley.Visitor;

class SessionHeaderTest {

    @RegisterExtension
    static final RunningParley parley = new RunningParley();

    private final String room = parley.room();

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
            "not base64url, although it is certainly long enough"})
    void whoSendsNoProperSessionIdIsToldWhichHeaderToSend(String secret) {
        isToldWhichHeaderToSend(parley.visitor().with("Session-Id", secret));
    }

    @Test
    void whoSendsNoneAtAllIsToldWhichHeaderToSend() {
        isToldWhichHeaderToSend(parley.visitor().without("Session-Id"));
    }

    @Test
    void theAnswerDoesNotRepeatTheSecret() {
        String secret = "almost-a-secret-but-with-a-character-too-many!";

        assertThat(parley.visitor().with("Session-Id", secret).say(room, "Hello").is(400).body())
                .doesNotContain("almost-a-secret");
    }

    @Test
    void theRoomCanBeReadWithoutASession() {
        parley.visitor().say(room, "Hello");

        assertThat(parley.visitor().without("Session-Id").get("/rooms/" + room).is(200).texts())
                .containsExactly("Hello");
    }

    private void isToldWhichHeaderToSend(Visitor stranger) {
        for (var reply : new Reply[]{stranger.say(room, "Hello"), stranger.rename("Stranger"),
                stranger.submit("POST", "/rooms", "name=Strange+place"),
                stranger.get("/rooms/" + room + "/session")}) {
            reply.refused(400, "Session-Id", "32 random bytes in base64url");
        }
        assertThat(parley.said(room)).isEmpty();
        stranger.get("/rooms/strange-place").is(404);
    }
}
