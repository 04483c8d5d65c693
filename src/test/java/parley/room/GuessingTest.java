package parley.room;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import parley.RunningParley;
import parley.Visitor;

/** Whoever guesses invitations is slowed down, and nobody else is. */
class GuessingTest {

    private static final String GUESS = "A".repeat(43);

    @RegisterExtension
    static final RunningParley parley = new RunningParley("--behind-proxy");

    private final Visitor ann = parley.visitor();
    private final String room = ann.makeByInvitation("Surprise party");
    private final String invitation = ann.invitation(room);

    @BeforeEach
    void guess() {
        for (int i = 0; i < 20; i++) {
            from("203.0.113.7").enter(room, GUESS).is(403);
        }
    }

    @Test
    void byTheAddressThatTheProxyTells() {
        from("203.0.113.7").enter(room, invitation).refused(429, "Wait a minute");
        from("203.0.113.8").enter(room, invitation).is(204);
        parley.visitor().enter(room, invitation).is(204);
    }

    private static Visitor from(String address) {
        return parley.visitor().with("X-Forwarded-For", address);
    }
}
