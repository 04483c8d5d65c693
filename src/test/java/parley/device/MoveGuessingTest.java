package parley.device;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import parley.Reply;
import parley.RunningParley;
import parley.Visitor;

class MoveGuessingTest {

    @RegisterExtension
    static final RunningParley parley = new RunningParley();

    @Test
    void whoGuessesIsTurnedAwayBeforeAnythingIsLookedAt() {
        for (int i = 0; i < 10; i++) {
            guess("POST", "/move/question").is(404);
            guess("PUT", "/move").is(404);
        }

        assertThat(guess("PUT", "/move").refused(429, "Too many attempts").header("Retry-After")).isNotEmpty();
        guess("POST", "/move/question").is(429);
    }

    private static Reply guess(String method, String path) {
        return parley.visitor().with("Next-Session-Id", Visitor.newSecret()).submit(method, path,
                "secret=" + Visitor.newSecret());
    }
}
