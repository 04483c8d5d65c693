package parley.passkey;

import com.webauthn4j.data.client.challenge.Challenge;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import parley.session.SessionId;

/**
 * The challenges that browsers have yet to answer. In memory: whoever was asked before a restart is asked again.
 */
final class Challenges {

    static final Duration GOOD_FOR = Duration.ofMinutes(5);

    /** Some ten megabytes. */
    private static final int MOST = 50_000;

    private static final SecureRandom RANDOM = new SecureRandom();

    private record Asked(SessionId session, long at) {}

    private final LongSupplier clock;

    private final Map<Challenge, Asked> open = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Challenge, Asked> eldest) {
            return size() > MOST || isOld(eldest.getValue());
        }
    };

    Challenges() {
        this(System::nanoTime);
    }

    Challenges(LongSupplier clock) {
        this.clock = clock;
    }

    /** A new one, which that session alone may answer. */
    synchronized Challenge ask(SessionId session) {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        var challenge = new DefaultChallenge(bytes);
        open.put(challenge, new Asked(session, clock.getAsLong()));
        return challenge;
    }

    /**
     * Takes the challenge back: it is good once, whatever came of it.
     *
     * @return the session that was asked; empty if there is no such challenge, or no more
     */
    synchronized Optional<SessionId> take(Challenge challenge) {
        return Optional.ofNullable(open.remove(challenge)).filter(asked -> !isOld(asked)).map(Asked::session);
    }

    private boolean isOld(Asked asked) {
        return clock.getAsLong() - asked.at() > GOOD_FOR.toNanos();
    }
}
