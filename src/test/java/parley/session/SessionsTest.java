package parley.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import parley.database.TemporaryDatabase;
import parley.page.Problem;

class SessionsTest {

    @RegisterExtension
    static final TemporaryDatabase database = new TemporaryDatabase();

    private static final SessionData.Piece<String> WORD = new SessionData.Piece<>("word", "", word -> word,
            word -> word);

    private final Sessions sessions = new Sessions(database.open(), SessionIds.CLIENT);
    private final SessionData data = new SessionData();
    private final SessionId session = SessionId.of(Secret.fresh().text());
    private final SessionId next = SessionId.of(Secret.fresh().text());
    private final List<SessionId> ended = new ArrayList<>();

    SessionsTest() {
        sessions.onEnd((session, ending) -> ended.add(session));
        sessions.onFork(data::forked);
    }

    @Test
    void aRefreshedSessionTakesAlongWhatIsKeyedByIt() {
        remember(session, "cuttlefish");

        refresh(session, next);

        assertThat(word(next)).isEqualTo("cuttlefish");
        assertThat(word(session)).isEmpty();
        assertThat(ended).containsExactly(session);
    }

    @Test
    void aRefreshedSessionsOldIdIsDead() {
        refresh(session, next);

        assertThatThrownBy(() -> ask(session)).isInstanceOfSatisfying(Problem.class,
                problem -> assertThat(problem.status()).isEqualTo(401));
        ask(next);
    }

    @Test
    void aDeadIdStaysDeadAfterARestart() {
        refresh(session, next);
        var restarted = new Sessions(database.open(), SessionIds.CLIENT);

        assertThatThrownBy(() -> restarted.alive(new SessionContext(session, null))).isInstanceOf(Problem.class);
        restarted.alive(new SessionContext(next, null));
    }

    /** The tombstone in memory is set after the commit, so another write of the same commit meets the one in the database. */
    @Test
    void aDeadIdCannotBeMadeAgainInTheSameCommit() {
        assertThatThrownBy(() -> database.write(transaction -> {
            var context = sessions.made(new SessionContext(session, transaction));
            sessions.signOut(context);
            return sessions.made(context);
        })).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.status()).isEqualTo(401));
    }

    @Test
    void aRefreshThatFailsTakesNothingAlong() {
        remember(session, "cuttlefish");

        assertThatThrownBy(() -> database.write(transaction -> {
            sessions.refresh(new SessionContext(session, transaction), next);
            throw Problem.invalid("No");
        })).hasMessage("No");

        assertThat(word(session)).isEqualTo("cuttlefish");
        assertThat(ended).isEmpty();
        ask(session);
    }

    @Test
    void anIdThatWasUsedIsNeverTheNextOne() {
        remember(next, "planted");

        assertThatThrownBy(() -> refresh(session, next)).isInstanceOfSatisfying(Problem.class,
                problem -> assertThat(problem.status()).isEqualTo(409));
        assertThatThrownBy(() -> fork(session, next)).isInstanceOf(Problem.class);
        assertThat(word(next)).isEqualTo("planted");
    }

    @Test
    void norIsOneThatHasEnded() {
        database.write(transaction -> {
            sessions.end(transaction, next);
            return null;
        });

        assertThatThrownBy(() -> refresh(session, next)).isInstanceOf(Problem.class);
    }

    @Test
    void aForkRemembersTheSameAndGoesApart() {
        remember(session, "cuttlefish");

        fork(session, next);
        remember(next, "octopus");

        assertThat(word(session)).isEqualTo("cuttlefish");
        assertThat(word(next)).isEqualTo("octopus");
        assertThat(ended).isEmpty();
    }

    @Test
    void anEndedSessionForgetsEverything() {
        remember(session, "cuttlefish");

        database.write(transaction -> {
            sessions.end(transaction, session);
            return null;
        });

        assertThat(word(session)).isEmpty();
        assertThatThrownBy(() -> ask(session)).isInstanceOf(Problem.class);
        assertThat(ended).containsExactly(session);
    }

    @Test
    void aRefreshOfSomebodyWhoNeverWroteIsAsGood() {
        refresh(session, next);

        assertThatThrownBy(() -> ask(session)).isInstanceOf(Problem.class);
        ask(next);
    }

    private void ask(SessionId id) {
        sessions.alive(new SessionContext(id, null));
    }

    private void refresh(SessionId from, SessionId to) {
        database.write(transaction -> sessions.refresh(new SessionContext(from, transaction), to));
    }

    private void fork(SessionId from, SessionId to) {
        database.write(transaction -> {
            sessions.fork(new SessionContext(from, transaction), to);
            return null;
        });
    }

    private void remember(SessionId id, String word) {
        database.write(
                transaction -> data.patch(sessions.made(new SessionContext(id, transaction)), WORD, any -> word));
    }

    private String word(SessionId id) {
        return database.open().read(transaction -> data.get(new SessionContext(id, transaction), WORD));
    }
}
