package parley.database;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running transaction, and what is to happen once everything in it is on disk. */
public final class Transaction {

    private static final Logger log = LoggerFactory.getLogger(Transaction.class);

    private final Supplier<Handle> handle;
    private final List<Runnable> effects = new ArrayList<>();

    Transaction(Handle handle) {
        this(() -> handle);
    }

    /** @param handle opened when the work first asks for it */
    Transaction(Supplier<Handle> handle) {
        this.handle = handle;
    }

    public Handle handle() {
        return handle.get();
    }

    /**
     * Runs the effect when the transaction is on disk, before its result is returned; never if it fails.
     * Effects of all transactions run one after the other, so they must be quick: wake somebody, do not work.
     */
    public void afterCommit(Runnable effect) {
        effects.add(effect);
    }

    /** What they were made for is on disk, so nobody else may suffer from one that fails. */
    void runEffects() {
        for (Runnable effect : effects) {
            try {
                effect.run();
            } catch (RuntimeException e) {
                log.error("What was to follow a commit failed", e);
            }
        }
    }
}
