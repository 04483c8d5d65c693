package parley.user;

import org.jdbi.v3.core.Handle;
import parley.database.Transaction;
import parley.session.SessionContext;

/** The session's context, and the user that the session is, or would become by its first mutation. */
public record UserContext(SessionContext session, User user) {

    public Transaction transaction() {
        return session.transaction();
    }

    public Handle handle() {
        return session.handle();
    }
}
