package parley.user;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import parley.Visitor;
import parley.database.TemporaryDatabase;
import parley.session.SessionContext;
import parley.session.SessionId;
import parley.session.SessionIds;
import parley.session.Sessions;

/** Anonymous people who have gone. */
class SweepTest {

    @RegisterExtension
    static final TemporaryDatabase database = new TemporaryDatabase();

    private final Sessions sessions = new Sessions(database.open(), SessionIds.CLIENT);
    private final Users users = new Users(sessions);
    private final SessionId session = SessionId.of(Visitor.newSecret());
    private final User user = make(session);

    @AfterEach
    void forgetPasskeys() {
        database.write(transaction -> transaction.handle().execute("delete from passkeys"));
    }

    @Test
    void whoLeftNothingBehindIsForgotten() {
        end(session);

        sweep();

        assertThat(isStored()).isFalse();
    }

    @Test
    void whoIsStillInASessionStays() {
        sweep();

        assertThat(isStored()).isTrue();
    }

    @Test
    void whoHasADuplicatedTabStays() {
        database.write(transaction -> {
            sessions.fork(new SessionContext(session, transaction), SessionId.of(Visitor.newSecret()));
            return null;
        });
        end(session);

        sweep();

        assertThat(isStored()).isTrue();
    }

    @Test
    void whoLeftSomethingBehindStaysForIt() {
        users.keptBy("select 1 from passkeys where user_id = u.id");
        database.write(transaction -> transaction.handle().execute(
                "insert into passkeys (id, user_id, data, counter, label) values (?, ?, '', 0, '')", user.id(),
                user.id()));
        end(session);

        sweep();

        assertThat(isStored()).isTrue();
    }

    private User make(SessionId session) {
        return database.write(transaction -> users.made(new SessionContext(session, transaction)).user());
    }

    private void end(SessionId session) {
        database.write(transaction -> {
            sessions.end(transaction, session);
            return null;
        });
    }

    private void sweep() {
        database.write(transaction -> {
            users.sweep(transaction);
            return null;
        });
    }

    private boolean isStored() {
        return database.read(handle -> handle.select("select count(*) from users where id = ?", user.id())
                .mapTo(Integer.class).one()) > 0;
    }
}
