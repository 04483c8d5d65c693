package parley.session;

import java.util.function.Function;
import parley.database.Database;
import parley.database.Transaction;

/** A session in the middle of an {@link Action}: each call is a transaction of its own. */
public final class Actor<C> {

    private final Database database;
    private final Function<Transaction, C> context;

    Actor(Database database, Function<Transaction, C> context) {
        this.database = database;
        this.context = context;
    }

    public <T> T query(Function<? super C, T> work) {
        return database.read(transaction -> work.apply(context.apply(transaction)));
    }

    public <T> T mutation(Function<? super C, T> work) {
        return database.write(transaction -> work.apply(context.apply(transaction)));
    }
}
