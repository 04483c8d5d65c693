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
    private final Function<Context, Step<SessionContext, C>> steps;

    private Wrapper(Database database, Function<Context, Step<SessionContext, C>> steps) {
        this.database = database;
        this.steps = steps;
    }

    public static Wrapper<SessionContext> session(Database database) {
        return new Wrapper<>(database, http -> context -> context);
    }

    public <D> Wrapper<D> with(Step<? super C, ? extends D> step) {
        return new Wrapper<>(database, http -> {
            var before = steps.apply(http);
            return context -> step.extend(before.extend(context));
        });
    }

    /**
     * As above, for a step that needs to know something of the request, such as which room it is about.
     *
     * @param part reads that, before the transaction
     */
    public <P, D> Wrapper<D> with(Arguments<P> part, BiFunction<? super C, ? super P, ? extends D> step) {
        return new Wrapper<>(database, http -> {
            var before = steps.apply(http);
            P given = part.of(http);
            return context -> step.apply(before.extend(context), given);
        });
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
        var context = steps.apply(http);
        A given = arguments.of(http);
        run.apply(transaction -> endpoint.answer(context.extend(new SessionContext(session, transaction)), given))
                .to(http);
    }

    /**
     * Lets a tab in that shows its session ID otherwise than in the header, as a stream does.
     *
     * @param secret the ID that it shows, or null
     */
    public <T> T enter(String secret, Function<? super C, T> work) {
        var session = SessionId.of(secret);
        return database
                .read(transaction -> work.apply(steps.apply(null).extend(new SessionContext(session, transaction))));
    }
}
