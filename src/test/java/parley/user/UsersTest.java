package parley.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import parley.Visitor;
import parley.database.TemporaryDatabase;
import parley.page.Problem;
import parley.session.SessionContext;
import parley.session.SessionId;
import parley.session.SessionIds;
import parley.session.Sessions;

/** Who a session is for the next write, whatever has become of it: seen by names that are changed behind the memory's back. */
class UsersTest {

    private static final String BEHIND = "Behind its back";

    @RegisterExtension
    static final TemporaryDatabase database = new TemporaryDatabase();

    private final Sessions sessions = new Sessions(database.open(), SessionIds.CLIENT);
    private final Users users = new Users(sessions);
    private final SessionId session = newId();
    private final SessionId other = newId();

    @BeforeEach
    void bothAreKnown() {
        name(session);
        write(session, context -> sessions.fork(context, other));
        name(other);
    }

    @Test
    void whoIsKnownIsNotLookedUpAgain() {
        renameOnDisk(session);

        assertThat(name(session)).isNotEqualTo(BEHIND);
    }

    @Test
    void aNewNameIsThatOfAllSessionsOfTheUser() {
        write(other, context -> users.rename(users.made(context), new Name("Ann")));

        assertThat(name(session)).isEqualTo("Ann");
    }

    @Test
    void whoWasLookedUpInTheCommitThatRenamesThemIsLookedUpAnew() {
        var fresh = newId();
        write(fresh, context -> users.rename(users.made(context), new Name("Ann")));

        assertThat(name(fresh)).isEqualTo("Ann");
    }

    @Test
    void whoBecomesSomebodyElseIsThat() {
        var stranger = newId();
        String strangers = name(stranger);

        write(session, context -> users.become(context,
                users.made(new SessionContext(stranger, context.transaction())).user(), false));

        assertThat(name(session)).isEqualTo(strangers).isNotEqualTo(name(other));
    }

    @Test
    void whatIsTakenBackChangesNothing() {
        String before = name(session);

        assertThatThrownBy(() -> write(other, context -> {
            users.rename(users.made(context), new Name("Ann"));
            throw new IllegalStateException();
        })).isInstanceOf(IllegalStateException.class);

        assertThat(name(session)).isEqualTo(name(other)).isEqualTo(before);
    }

    @Test
    void anExchangedIdIsNobodyInTheSameCommitAlready() {
        refused(context -> sessions.refresh(context, newId()));
    }

    @Test
    void anEndedIdIsNobodyInTheSameCommitAlready() {
        refused(context -> sessions.end(context.transaction(), session));
    }

    private void refused(Consumer<SessionContext> end) {
        assertThatThrownBy(() -> write(session, context -> {
            end.accept(context);
            users.made(context);
        })).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.status()).isEqualTo(401));
    }

    private String name(SessionId of) {
        return database.write(transaction -> users.made(new SessionContext(of, transaction)).user().name());
    }

    private static void write(SessionId by, Consumer<SessionContext> work) {
        database.write(transaction -> {
            work.accept(new SessionContext(by, transaction));
            return null;
        });
    }

    private static void renameOnDisk(SessionId of) {
        database.write(transaction -> transaction.handle().execute(
                "update users set name = ? where id = (select user_id from session_users where session_id = ?)",
                BEHIND, of.hash()));
    }

    private static SessionId newId() {
        return SessionId.of(Visitor.newSecret());
    }
}
