package parley.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import parley.database.TemporaryDatabase;
import parley.database.Transaction;
import parley.page.Problem;

class AgingTest {

    private static final Duration IDLE = Duration.ofDays(30);
    private static final Duration LIFETIME = Duration.ofDays(365);

    @RegisterExtension
    static final TemporaryDatabase database = new TemporaryDatabase();

    private final Sessions sessions = new Sessions(database.open(), SessionIds.CLIENT);
    private final Set<SessionId> listening = new HashSet<>();
    private final Aging aging = new Aging(database.open(), sessions, new Lifetime(IDLE, LIFETIME), () -> listening);
    private final SessionId session = SessionId.of(Secret.fresh().text());

    AgingTest() {
        make(session);
    }

    @AfterEach
    void close() {
        aging.close();
    }

    @Test
    void whoIsNotHeardOfForTooLongEnds() {
        aging.pass(IDLE);
        assertThat(lives()).isTrue();

        aging.pass(Duration.ofMinutes(1));

        assertThat(lives()).isFalse();
    }

    @Test
    void whoAsksLivesOn() {
        aging.pass(IDLE.minusDays(1));
        sessions.alive(new SessionContext(session, null));
        aging.pass(Duration.ofDays(2));

        assertThat(lives()).isTrue();
    }

    @Test
    void whoListensLivesOn() {
        listening.add(session);

        aging.pass(IDLE.plusDays(1));
        aging.pass(IDLE.plusDays(1));

        assertThat(lives()).isTrue();
    }

    @Test
    void idsThatSomebodyMadeUpStopNobodysAging() {
        for (int madeUp = 0; madeUp < 70_000; madeUp++) {
            sessions.alive(new SessionContext(SessionId.of(Secret.fresh().text()), null));
        }

        aging.pass(IDLE.plusMinutes(1));

        assertThat(lives()).isFalse();
    }

    @Test
    void whomAPassCouldNotNoteIsNotedByTheNext() {
        sessions.alive(new SessionContext(session, null));
        database.write(transaction -> transaction.handle().execute("alter table sessions rename to mislaid"));
        assertThatThrownBy(() -> aging.pass(IDLE)).hasMessageContaining("not found");
        database.write(transaction -> transaction.handle().execute("alter table mislaid rename to sessions"));

        aging.pass(Duration.ofMinutes(5));

        assertThat(lives()).isTrue();
        aging.pass(IDLE);
        assertThat(lives()).isTrue();
    }

    /** While they end nobody can post. */
    @Test
    void manySessionsEndByManyWrites() {
        database.write(transaction -> {
            for (int other = 0; other < 1_200; other++) {
                sessions.made(new SessionContext(SessionId.of(Secret.fresh().text()), transaction));
            }
            return null;
        });
        var ends = new HashMap<Transaction, Integer>();
        sessions.onChange((transaction, session) -> ends.merge(transaction, 1, Integer::sum));

        aging.pass(IDLE.plusMinutes(1));

        assertThat(ends.values()).allMatch(ended -> ended <= 500);
        assertThat(database.count("sessions")).isZero();
    }

    @Test
    void afterItsLifetimeEverySessionEnds() {
        listening.add(session);
        aging.pass(LIFETIME);
        assertThat(lives()).isTrue();

        aging.pass(Duration.ofMinutes(1));

        assertThat(lives()).isFalse();
    }

    @Test
    void anotherIdBeginsAnotherLife() {
        listening.add(session);
        aging.pass(LIFETIME);
        var next = SessionId.of(Secret.fresh().text());
        database.write(transaction -> sessions.refresh(new SessionContext(session, transaction), next));
        listening.add(next);

        aging.pass(IDLE);

        sessions.alive(new SessionContext(next, null));
        assertThat(
                database.<Long>read(handle -> handle.select("select count(*) from sessions where id = ?", next.hash())
                        .mapTo(Long.class).one()))
                .isEqualTo(1);
    }

    /** Nothing that ends sessions looks at the time of day: it could say anything. */
    @Test
    void theClockOfTheMachineEndsNobody() {
        database.write(transaction -> transaction.handle().execute("""
                update sessions set created_at = timestamp '1970-01-01 00:00:00+00', seen_at = timestamp '1970-01-01 00:00:00+00'
                where id = ?""", session.hash()));

        aging.pass(Duration.ofMinutes(5));

        assertThat(lives()).isTrue();
    }

    @Test
    void theTimeThatPassedIsKeptThroughARestart() {
        aging.pass(IDLE);
        var later = new Sessions(database.open(), SessionIds.CLIENT);
        try (var again = new Aging(database.open(), later, new Lifetime(IDLE, LIFETIME), Set::of)) {
            again.pass(Duration.ofMinutes(1));
        }

        assertThat(rows()).isZero();
    }

    private void make(SessionId id) {
        database.write(transaction -> sessions.made(new SessionContext(id, transaction)));
    }

    private boolean lives() {
        try {
            make(session);
            return true;
        } catch (Problem ended) {
            assertThat(ended.status()).isEqualTo(401);
            return false;
        }
    }

    private long rows() {
        return database.read(handle -> handle.select("select count(*) from sessions where id = ?", session.hash())
                .mapTo(Long.class).one());
    }
}
