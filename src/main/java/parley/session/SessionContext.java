package parley.session;

import org.jdbi.v3.core.Handle;
import parley.database.Transaction;

/**
 * What every wrapped handler knows: who asks, and the transaction that the answer is made in.
 *
 * @param device what the request says of the browser, such as "Firefox on Linux"; "" if nothing
 */
public record SessionContext(SessionId session, Transaction transaction, String device) {

    public SessionContext(SessionId session, Transaction transaction) {
        this(session, transaction, "");
    }

    public Handle handle() {
        return transaction.handle();
    }

    SessionContext as(SessionId other) {
        return new SessionContext(other, transaction, device);
    }
}
