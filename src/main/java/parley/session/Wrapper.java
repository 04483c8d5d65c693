package parley.session;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import java.util.function.Function;
import parley.database.Database;
import parley.database.Transaction;

/**
 * Wrappers as middleware: turns endpoints that know their session, and more, into Javalin handlers.
 *
 * <p>A request without a valid session ID never reaches the endpoint. {@link #with} adds a step of context, so wrappers build on
 * each other: session, session and user, session and user and room.
 *
 * @param <C> the context that endpoints receive
 */
public final class Wrapper<C> {

    private final Database database;
    private final Sessions sessions;
    private final Step<SessionContext, C> steps;

    private Wrapper(Database database, Sessions sessions, Step<SessionContext, C> steps) {
        this.database = database;
        this.sessions = sessions;
        this.steps = steps;
    }

    /** The wrapper that all others are made from: it knows a session that has not ended. */
    public static Wrapper<SessionContext> session(Database database, Sessions sessions) {
        return new Wrapper<>(database, sessions, sessions::alive);
    }

    public <D> Wrapper<D> with(Step<? super C, ? extends D> step) {
        return new Wrapper<>(database, sessions, context -> step.extend(steps.extend(context)));
    }

    /** Runs the endpoint in one read-only transaction; it makes no rows, the session's included. */
    public <A> Handler query(Arguments<A> arguments, Endpoint<? super C, ? super A> endpoint) {
        return http -> answer(http, arguments, endpoint, database::read);
    }

    /** A query of a list that is answered in stretches. */
    public <A> Handler paginated(Arguments<A> arguments, PagedEndpoint<? super C, ? super A> endpoint) {
        return http -> {
            var paging = Paging.of(http, Asking.of(http).session(), sessions.signature());
            answer(http, arguments, (context, given) -> endpoint.answer(context, given, paging), database::read);
        };
    }

    /**
     * Runs the endpoint in one read-write transaction. Steps such as {@link Sessions#made} make the rows that it needs. The answer
     * leaves when the transaction is on disk; a thrown error takes everything back, what the steps made included.
     */
    public <A> Handler mutation(Arguments<A> arguments, Endpoint<? super C, ? super A> endpoint) {
        return http -> answer(http, arguments, endpoint, database::write);
    }

    /**
     * A mutation at whose end the session gets another ID, in the same transaction: {@link Sessions#refresh}. The request names both
     * IDs. When it is repeated because its answer was lost, the answer is 204.
     */
    public <A> Handler refresh(Arguments<A> arguments, Endpoint<? super C, ? super A> before) {
        return http -> {
            var asking = Asking.of(http);
            var next = SessionId.next(http);
            A given = arguments.of(http);
            database.write(transaction -> refresh(asking.in(transaction), next, given, before)).to(http);
        };
    }

    private <A> Answer refresh(SessionContext session, SessionId next, A arguments,
            Endpoint<? super C, ? super A> before) {
        if (sessions.isRefreshed(session, next)) {
            return http -> http.status(HttpStatus.NO_CONTENT);
        }
        var answer = before.answer(steps.extend(session), arguments);
        sessions.refresh(session, next);
        return answer;
    }

    /** Runs the action outside of any transaction. */
    public <A> Handler action(Arguments<A> arguments, Action<C, ? super A> action) {
        return http -> {
            var asking = Asking.of(http);
            A given = arguments.of(http);
            action.answer(new Actor<>(database, transaction -> steps.extend(asking.in(transaction))), given).to(http);
        };
    }

    /**
     * Lets a tab in that shows its session ID otherwise than in the header, as a stream does.
     *
     * @param secret the ID that it shows, or null
     * @throws parley.page.Problem as for a request
     */
    public <T> T enter(String secret, Function<? super C, T> work) {
        return read(SessionId.of(secret), work);
    }

    /** The read of a live query: from the hash of whichever session it is to be shown to. */
    public <T> Function<String, T> reader(Function<? super C, T> work) {
        return hash -> read(new SessionId(hash), work);
    }

    private <T> T read(SessionId session, Function<? super C, T> work) {
        return database.read(transaction -> work.apply(steps.extend(new SessionContext(session, transaction))));
    }

    private <A> void answer(Context http, Arguments<A> arguments, Endpoint<? super C, ? super A> endpoint,
            Function<Function<Transaction, Answer>, Answer> run) {
        var asking = Asking.of(http);
        A given = arguments.of(http);
        run.apply(transaction -> endpoint.answer(steps.extend(asking.in(transaction)), given)).to(http);
    }
}
