package parley.session;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import parley.database.Database;
import parley.page.Problem;

/** Sessions over HTTP: issued, if it is the server that does, and forked. */
public final class SessionEndpoints {

    private final Database database;
    private final Sessions sessions;
    private final Wrapper<SessionContext> wrapper;

    public SessionEndpoints(Database database, Sessions sessions, Wrapper<SessionContext> wrapper) {
        this.database = database;
        this.sessions = sessions;
        this.wrapper = wrapper;
    }

    public void issue(Context http) {
        if (sessions.ids() == SessionIds.CLIENT) {
            throw Problem.notFound("Here a tab makes its session ID by itself.");
        }
        String device = Device.of(http.header(Header.USER_AGENT));
        String secret = database.write(transaction -> sessions.issue(transaction, device));
        http.status(HttpStatus.CREATED).header(SessionId.HEADER, secret);
    }

    /** A duplicated tab: from here on it is another session, with a copy of what this one had. */
    public Handler fork() {
        return wrapper.mutation(SessionId::next, this::fork);
    }

    /** The tab signs out: the session is over, and so is what the browser has kept of its pages. */
    public Handler end() {
        return wrapper.mutation(http -> null, (context, nothing) -> end(context));
    }

    private Answer end(SessionContext context) {
        sessions.signOut(context);
        return http -> http.status(HttpStatus.NO_CONTENT).header("Clear-Site-Data", "\"cache\"");
    }

    private Answer fork(SessionContext context, SessionId next) {
        sessions.fork(context, next);
        return http -> http.status(HttpStatus.NO_CONTENT);
    }
}
