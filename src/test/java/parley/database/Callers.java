package parley.database;

import java.lang.Thread.State;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import parley.Eventually;

/** Those who write, each on a thread of their own. */
final class Callers {

    private final GroupCommit groupCommit;
    private final CountDownLatch free = new CountDownLatch(1);

    Callers(GroupCommit groupCommit) {
        this.groupCommit = groupCommit;
    }

    /** Returns when the write is on its way. */
    <T> Future<T> write(Function<Transaction, T> work) {
        var answer = new FutureTask<T>(() -> groupCommit.write(work));
        var caller = Thread.ofVirtual().start(answer);
        Eventually.until("the caller waits", () -> caller.getState() == State.WAITING || answer.isDone());
        return answer;
    }

    /** Keeps the writer at one write, so that what comes now has to wait. */
    void occupy() {
        var begun = new CountDownLatch(1);
        write(transaction -> {
            begun.countDown();
            return Eventually.passed(free);
        });
        Eventually.passed(begun);
    }

    void release() {
        free.countDown();
    }
}
