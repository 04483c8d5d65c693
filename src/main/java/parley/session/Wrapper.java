package parley.session;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import java.util.function.BiFunction;
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
    private final Function<Context, Step<SessionContext, C>> steps;

    private Wrapper(Database database, Sessions sessions, Function<Context, Step<SessionContext, C>> steps) {
        this.database = database;
        this.sessions = sessions;
        this.steps = steps;
    }

    /** The wrapper that all others are made from: it knows a session that has not ended. */
    public static Wrapper<SessionContext> session(Database database, Sessions sessions) {
        return new Wrapper<>(database, sessions, http -> sessions::alive);
    }

    public <D> Wrapper<D> with(Step<? super C, ? extends D> step) {
        return new Wrapper<>(database, sessions, http -> {
            var before = steps.apply(http);
            return context -> step.extend(before.extend(context));
        });
    }

    /**
     * As above, for a step that needs to know something of the request, such as which room it is about. Such a wrapper is for
     * requests only, not for {@link #enter} and {@link #reader}.
     *
     * @param part reads that, before the transaction
     */
    public <P, D> Wrapper<D> with(Arguments<P> part, BiFunction<? super C, ? super P, ? extends D> step) {
        return new Wrapper<>(database, sessions, http -> {
            var before = steps.apply(http);
            P given = part.of(http);
            return context -> step.apply(before.extend(context), given);
        });
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
            var context = steps.apply(http);
            A given = arguments.of(http);
            database.write(transaction -> refresh(asking.in(transaction), next,
                    session -> before.answer(context.extend(session), given))).to(http);
        };
    }

    private Answer refresh(SessionContext session, SessionId next, Function<SessionContext, Answer> before) {
        if (sessions.isRefreshed(session, next)) {
            return http -> http.status(HttpStatus.NO_CONTENT);
        }
        var answer = before.apply(session);
        sessions.refresh(session, next);
        return answer;
    }

    /** Runs the action outside of any transaction. */
    public <A> Handler action(Arguments<A> arguments, Action<C, ? super A> action) {
        return http -> {
            var asking = Asking.of(http);
            var context = steps.apply(http);
            A given = arguments.of(http);
            action.answer(new Actor<>(database, transaction -> context.extend(asking.in(transaction))), given).to(http);
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

    /** As above, for the beginning of a list that the path goes on with: {@link #paginated}. */
    public <T> Function<String, T> reader(String path, BiFunction<? super C, Paging, T> work) {
        return hash -> {
            var session = new SessionId(hash);
            var paging = Paging.first(path, session, sessions.signature());
            return read(session, context -> work.apply(context, paging));
        };
    }

    private <T> T read(SessionId session, Function<? super C, T> work) {
        var context = steps.apply(null);
        return database.read(transaction -> work.apply(context.extend(new SessionContext(session, transaction))));
    }

    private <A> void answer(Context http, Arguments<A> arguments, Endpoint<? super C, ? super A> endpoint,
            Function<Function<Transaction, Answer>, Answer> run) {
        var asking = Asking.of(http);
        var context = steps.apply(http);
        A given = arguments.of(http);
        run.apply(transaction -> endpoint.answer(context.extend(asking.in(transaction)), given)).to(http);
    }
}
