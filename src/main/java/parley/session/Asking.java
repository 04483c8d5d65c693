package parley.session;

import io.javalin.http.Context;
import io.javalin.http.Header;
import parley.database.Transaction;

/** Who sends a request: read from its headers, before any transaction. */
record Asking(SessionId session, String device) {

    static Asking of(Context http) {
        return new Asking(SessionId.of(http.header(SessionId.HEADER)), Device.of(http.header(Header.USER_AGENT)));
    }

    SessionContext in(Transaction transaction) {
        return new SessionContext(session, transaction, device);
    }
}
