package parley.session;

import org.jdbi.v3.core.Handle;
import parley.database.Transaction;

/** What every wrapped handler knows: who asks, and the transaction that the answer is made in. */
public record SessionContext(SessionId session, Transaction transaction) {

    public Handle handle() {
        return transaction.handle();
    }
}
