package parley.database;

import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** A running transaction, and what is to happen once everything in it is on disk. */
public final class Transaction {

    private final Handle handle;
    private final List<Runnable> effects = new ArrayList<>();

    Transaction(Handle handle) {
        this.handle = handle;
    }

    public Handle handle() {
        return handle;
    }

    /**
     * Runs the effect when the transaction is on disk, before its result is returned; never if it fails.
     * Effects of all transactions run one after the other, so they must be quick: wake somebody, do not work.
     */
    public void afterCommit(Runnable effect) {
        effects.add(effect);
    }

    void runEffects() {
        effects.forEach(Runnable::run);
    }
}
