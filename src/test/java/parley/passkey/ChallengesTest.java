package parley.passkey;

import static org.assertj.core.api.Assertions.assertThat;

import com.webauthn4j.data.client.challenge.DefaultChallenge;
import java.time.Duration;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import parley.session.SessionId;

class ChallengesTest {

    private final SessionId session = SessionId.of("a".repeat(43));
    private long now;
    private final Challenges challenges = new Challenges(() -> now);

    @Test
    void aChallengeIsGoodOnce() {
        var challenge = challenges.ask(session);

        assertThat(challenges.take(challenge)).contains(session);
        assertThat(challenges.take(challenge)).isEmpty();
    }

    @Test
    void aChallengeIsGoodForFiveMinutes() {
        var challenge = challenges.ask(session);
        var other = challenges.ask(session);

        now += Duration.ofMinutes(5).toNanos();
        assertThat(challenges.take(challenge)).contains(session);
        now += 1;
        assertThat(challenges.take(other)).isEmpty();
    }

    @Test
    void oneThatNobodyAskedIsWorthNothing() {
        challenges.ask(session);

        assertThat(challenges.take(new DefaultChallenge(new byte[32]))).isEmpty();
        assertThat(challenges.take(new DefaultChallenge(new byte[0]))).isEmpty();
    }

    @Test
    void eachHas32BytesThatNoOtherHas() {
        var seen = new HashSet<String>();
        for (int i = 0; i < 100; i++) {
            var challenge = challenges.ask(session);
            assertThat(challenge.getValue()).hasSize(32);
            seen.add(challenge.toString());
        }
        assertThat(seen).hasSize(100);
    }

    @Test
    void whoAsksWithoutEndFillsNoMemory() {
        var first = challenges.ask(session);
        for (int i = 0; i < 50_000; i++) {
            challenges.ask(session);
        }

        assertThat(challenges.take(first)).isEmpty();
    }
}
