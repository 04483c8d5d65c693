package parley.database;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** One caller's transaction on its way through the {@link GroupCommit}. */
final class Write<T> {

    private final Function<Transaction, T> work;
    private final long calledAt = System.nanoTime();
    private final CompletableFuture<T> answer = new CompletableFuture<>();
    private Transaction transaction;
    private T result;
    private Throwable error;

    Write(Function<Transaction, T> work) {
        this.work = work;
    }

    /**
     * Runs the work, from its beginning again if the database asks for that. If it fails, takes back what it wrote and nothing of what
     * its neighbours wrote.
     */
    void run(Handle handle) {
        for (int attempt = 1; attempt <= Conflict.ATTEMPTS; attempt++) {
            attempt(handle);
            if (!Conflict.isIn(error)) {
                return;
            }
        }
        error = new Conflict(error);
    }

    private void attempt(Handle handle) {
        transaction = Transaction.writing(handle);
        error = null;
        handle.savepoint("write"); // takes the place of the one before, so nobody need release that
        try {
            result = work.apply(transaction);
        } catch (Throwable e) {
            error = e;
            handle.rollbackToSavepoint("write");
            transaction.undo();
        }
    }

    /** What is yet to be stored before the commit. */
    Stream<Consumer<Handle>> unstored() {
        return error == null ? transaction.unstored().stream() : Stream.empty();
    }

    Duration age() {
        return Duration.ofNanos(System.nanoTime() - calledAt);
    }

    void committed() {
        if (error == null) {
            transaction.runEffects();
            answer.complete(result);
        } else {
            answer.completeExceptionally(error);
        }
    }

    void failed(Throwable cause) {
        answer.completeExceptionally(cause);
    }

    /** Waits for the commit. Throws what the work threw. */
    T await() {
        try {
            return answer.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
