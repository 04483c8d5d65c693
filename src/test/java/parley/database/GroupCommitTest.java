package parley.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.Thread.State;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import parley.Eventually;

@Timeout(value = 30, threadMode = ThreadMode.SEPARATE_THREAD)
class GroupCommitTest {

    private final Disk disk = new Disk();
    private final AtomicInteger failures = new AtomicInteger();
    private final GroupCommit groupCommit = new GroupCommit(disk.jdbi(), new Durability(), failures::incrementAndGet);
    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void close() {
        groupCommit.close();
        callers.shutdownNow();
    }

    @Test
    void eachCallerGetsItsOwnResult() throws Exception {
        List<Callable<Integer>> writes = IntStream.range(0, 200).mapToObj(
                number -> (Callable<Integer>) () -> groupCommit.write(transaction -> insert(transaction, number)))
                .toList();

        var results = callers.invokeAll(writes);

        assertThat(results).extracting(Future::get).containsExactlyElementsOf(IntStream.range(0, 200).boxed().toList());
        assertThat(disk.rows()).hasSize(200);
        assertThat(failures).hasValue(0);
    }

    @Test
    void whatArrivesWhileACommitRunsGoesTogetherIntoTheNext() throws Exception {
        try (var busy = new Busy()) {
            var writes = IntStream.range(0, 50).mapToObj(number -> submit(transaction -> insert(transaction, number)))
                    .toList();
            busy.end();
            for (var write : writes) {
                write.get();
            }
        }

        assertThat(disk.events()).containsExactly("commit", "commit");
        assertThat(disk.rows()).hasSize(50);
    }

    @Test
    void oneThatFailsDoesNotHarmItsNeighbours() throws Exception {
        try (var busy = new Busy()) {
            var before = submit(transaction -> insert(transaction, 1));
            var failing = submit(transaction -> {
                insert(transaction, 2);
                throw new IllegalStateException("Changed my mind");
            });
            var duplicate = submit(transaction -> insert(transaction, 1));
            var after = submit(transaction -> insert(transaction, 3));
            busy.end();

            assertThat(before.get()).isEqualTo(1);
            assertThatThrownBy(failing::get).cause().isInstanceOf(IllegalStateException.class)
                    .hasMessage("Changed my mind");
            assertThatThrownBy(duplicate::get).rootCause().hasMessageContaining("primary key violation");
            assertThat(after.get()).isEqualTo(3);
        }
        assertThat(disk.rows()).containsExactly(1, 3);
        assertThat(failures).hasValue(0);
    }

    @Test
    void anErrorIsItsCallersTooAndTheNextWriteIsServed() {
        assertThatThrownBy(() -> groupCommit.write(transaction -> {
            throw new StackOverflowError();
        })).hasRootCauseInstanceOf(StackOverflowError.class);

        assertThat(groupCommit.<Integer>write(transaction -> insert(transaction, 1))).isEqualTo(1);
    }

    @Test
    void effectsRunAfterTheCommitAndBeforeTheResult() {
        groupCommit.write(transaction -> {
            transaction.afterCommit(() -> disk.events().add("effect sees " + disk.rows()));
            return insert(transaction, 1);
        });
        disk.events().add("result");

        assertThat(disk.events()).containsExactly("commit", "effect sees [1]", "result");
    }

    @Test
    void effectsOfAFailedWriteNeverRun() {
        assertThatThrownBy(() -> groupCommit.write(transaction -> {
            transaction.afterCommit(() -> disk.events().add("effect"));
            throw new IllegalStateException();
        })).isInstanceOf(IllegalStateException.class);
        groupCommit.write(transaction -> insert(transaction, 1));

        assertThat(disk.events()).doesNotContain("effect");
    }

    @Test
    void whenTheDiskIsFullNothingIsAcknowledgedAndTheApplicationIsToldOnce() {
        groupCommit.write(transaction -> insert(transaction, 1));
        disk.fills();

        assertThatThrownBy(() -> groupCommit.write(transaction -> {
            transaction.afterCommit(() -> disk.events().add("effect"));
            return insert(transaction, 2);
        })).isInstanceOf(StorageFailed.class).hasRootCauseMessage("No space left on device");

        groupCommit.close();
        assertThatThrownBy(() -> groupCommit.write(transaction -> insert(transaction, 3)))
                .isInstanceOf(RuntimeException.class);
        assertThat(failures).hasValue(1);
        assertThat(disk.events()).doesNotContain("effect");
        assertThat(disk.rows()).containsExactly(1);
    }

    @Test
    void everybodyWhoWaitsHearsOfAFullDisk() throws Exception {
        try (var busy = new Busy()) {
            var writes = IntStream.range(0, 20).mapToObj(number -> submit(transaction -> insert(transaction, number)))
                    .toList();
            disk.fills();
            busy.end();

            assertThat(writes)
                    .allSatisfy(write -> assertThatThrownBy(write::get).isInstanceOf(ExecutionException.class));
        }
        assertThat(disk.rows()).isEmpty();
    }

    @Test
    void oneThatIsClosedCommitsWhatWaitsAndRefusesTheRest() throws Exception {
        Future<Integer> waiting;
        try (var busy = new Busy()) {
            waiting = submit(transaction -> insert(transaction, 1));
            busy.end();
        }
        groupCommit.close();

        assertThat(waiting.get()).isEqualTo(1);
        assertThatThrownBy(() -> groupCommit.write(transaction -> insert(transaction, 2)))
                .hasMessage("The database is closed.");
        assertThat(disk.rows()).containsExactly(1);
    }

    /** A caller must never wait for an answer that nobody is left to give. */
    @Test
    void whoeverWritesWhileItClosesIsAnsweredOneWayOrTheOther() throws Exception {
        for (int round = 0; round < 300; round++) {
            var closing = new GroupCommit(disk.jdbi(), new Durability(), failures::incrementAndGet);
            List<Future<?>> writes = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                writes.add(callers.submit(() -> {
                    for (int j = 0; j < 200; j++) {
                        closing.write(transaction -> null);
                    }
                }));
            }
            closing.close();
            for (var write : writes) {
                isAnswered(write, round);
            }
        }
    }

    private static void isAnswered(Future<?> write, int round) throws Exception {
        try {
            write.get(5, TimeUnit.SECONDS);
        } catch (ExecutionException refused) {
            assertThat(refused).as("in round " + round).cause().hasMessage("The database is closed.");
        }
    }

    /** An effect only wakes somebody. Should it fail all the same, the others and the next are not to suffer. */
    @Test
    void anEffectThatFailsHarmsNobodyElse() throws Exception {
        try (var busy = new Busy()) {
            submit(transaction -> {
                transaction.afterCommit(() -> {
                    throw new IllegalStateException("Could not wake anybody");
                });
                return insert(transaction, 1);
            });
            var neighbour = submit(transaction -> insert(transaction, 2));
            busy.end();

            assertThat(neighbour.get(5, TimeUnit.SECONDS)).isEqualTo(2);
        }
        assertThat(groupCommit.<Integer>write(transaction -> insert(transaction, 3))).isEqualTo(3);
    }

    /** Returns when the write is on its way. */
    private <T> Future<T> submit(Function<Transaction, T> work) {
        var answer = new FutureTask<T>(() -> groupCommit.write(work));
        var caller = Thread.ofVirtual().start(answer);
        Eventually.until("the caller waits", () -> caller.getState() == State.WAITING || answer.isDone());
        return answer;
    }

    private static int insert(Transaction transaction, int number) {
        transaction.handle().execute("insert into t (x) values (?)", number);
        return number;
    }

    /** Keeps the writer busy, so that what comes meanwhile has to wait. */
    private final class Busy implements AutoCloseable {

        private final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch over = new CountDownLatch(1);

        Busy() throws InterruptedException {
            submit(transaction -> {
                begun.countDown();
                return Eventually.passed(over);
            });
            begun.await();
        }

        void end() {
            over.countDown();
        }

        @Override
        public void close() {
            end();
        }
    }
}
