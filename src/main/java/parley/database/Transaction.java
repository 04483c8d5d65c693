package parley.database;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running transaction, and what is to happen at its end. */
public final class Transaction {

    private static final Logger log = LoggerFactory.getLogger(Transaction.class);

    private final Supplier<Handle> handle;
    private final boolean writes;
    private final List<Consumer<Handle>> unstored = new ArrayList<>();
    private final List<Runnable> undos = new ArrayList<>();
    private final List<Runnable> effects = new ArrayList<>();

    private Transaction(Supplier<Handle> handle, boolean writes) {
        this.handle = handle;
        this.writes = writes;
    }

    static Transaction writing(Handle handle) {
        return new Transaction(() -> handle, true);
    }

    /** @param handle opened when the work first asks for it */
    static Transaction reading(Supplier<Handle> handle) {
        return new Transaction(handle, false);
    }

    public Handle handle() {
        return handle.get();
    }

    /**
     * Stores at the end of the commit what was kept in memory until then: once, however many of the transactions that are committed
     * together ask for the same.
     */
    public void beforeCommit(Consumer<Handle> storing) {
        mustWrite();
        unstored.add(storing);
    }

    /** Takes back, if the transaction fails, what it changed in memory: the newest change first. */
    public void onRollback(Runnable undo) {
        mustWrite();
        undos.add(undo);
    }

    private void mustWrite() {
        if (!writes) {
            throw new IllegalStateException("This transaction only reads.");
        }
    }

    /**
     * Runs the effect when the transaction is on disk, before its result is returned; never if it fails.
     * Effects of all transactions run one after the other, so they must be quick: wake somebody, do not work.
     */
    public void afterCommit(Runnable effect) {
        effects.add(effect);
    }

    List<Consumer<Handle>> unstored() {
        return unstored;
    }

    void undo() {
        undos.reversed().forEach(Runnable::run);
    }

    /** What they were made for is on disk, so nobody else may suffer from one that fails. */
    void runEffects() {
        for (Runnable effect : effects) {
            try {
                effect.run();
            } catch (Throwable e) {
                log.error("What was to follow a commit failed", e);
            }
        }
    }
}
