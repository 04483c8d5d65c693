package parley.session;

import io.javalin.http.Context;
import io.javalin.http.Handler;
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
    private final BiFunction<SessionId, Transaction, C> context;

    private Wrapper(Database database, BiFunction<SessionId, Transaction, C> context) {
        this.database = database;
        this.context = context;
    }

    public static Wrapper<SessionContext> session(Database database) {
        return new Wrapper<>(database, SessionContext::new);
    }

    public <D> Wrapper<D> with(Step<? super C, ? extends D> step) {
        return new Wrapper<>(database, (session, transaction) -> step.extend(context.apply(session, transaction)));
    }

    /** Runs the endpoint in one read-only transaction; it makes no rows, the session's included. */
    public <A> Handler query(Arguments<A> arguments, Endpoint<? super C, ? super A> endpoint) {
        return http -> answer(http, arguments, endpoint, database::read);
    }

    /**
     * Runs the endpoint in one read-write transaction. Steps such as {@link Sessions#made} make the rows that it needs. The answer
     * leaves when the transaction is on disk; a thrown error takes everything back, what the steps made included.
     */
    public <A> Handler mutation(Arguments<A> arguments, Endpoint<? super C, ? super A> endpoint) {
        return http -> answer(http, arguments, endpoint, database::write);
    }

    private <A> void answer(Context http, Arguments<A> arguments, Endpoint<? super C, ? super A> endpoint,
            Function<Function<Transaction, Answer>, Answer> run) {
        var session = SessionId.of(http.header(SessionId.HEADER));
        A given = arguments.of(http);
        run.apply(transaction -> endpoint.answer(context.apply(session, transaction), given)).to(http);
    }
}
