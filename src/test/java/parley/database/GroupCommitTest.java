package parley.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

@Timeout(value = 30, threadMode = ThreadMode.SEPARATE_THREAD)
class GroupCommitTest {

    private final Disk disk = new Disk();
    private final AtomicInteger failures = new AtomicInteger();
    private final GroupCommit groupCommit = open();
    private final Callers callers = new Callers(groupCommit);

    @AfterEach
    void close() {
        callers.release();
        groupCommit.close();
        assertThat(failures).hasValue(0);
    }

    @Test
    void eachCallerGetsItsOwnResult() throws Exception {
        List<Callable<Integer>> writes = IntStream.range(0, 200).mapToObj(
                number -> (Callable<Integer>) () -> groupCommit.write(transaction -> insert(transaction, number)))
                .toList();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(threads.invokeAll(writes)).extracting(Future::get)
                    .containsExactlyElementsOf(IntStream.range(0, 200).boxed().toList());
        }
        assertThat(disk.rows()).hasSize(200);
    }

    @Test
    void whatArrivesWhileACommitRunsGoesTogetherIntoTheNext() throws Exception {
        callers.occupy();
        var writes = IntStream.range(0, 50)
                .mapToObj(number -> callers.write(transaction -> insert(transaction, number)))
                .toList();
        callers.release();
        for (var write : writes) {
            write.get();
        }

        assertThat(disk.events()).containsExactly("commit", "sync", "commit", "sync");
        assertThat(disk.rows()).hasSize(50);
    }

    @Test
    void oneThatFailsDoesNotHarmItsNeighbours() throws Exception {
        callers.occupy();
        var before = callers.write(transaction -> insert(transaction, 1));
        var failing = callers.write(transaction -> {
            insert(transaction, 2);
            throw new IllegalStateException("Changed my mind");
        });
        var duplicate = callers.write(transaction -> insert(transaction, 1));
        var after = callers.write(transaction -> insert(transaction, 3));
        callers.release();

        assertThat(before.get()).isEqualTo(1);
        assertThatThrownBy(failing::get).cause().isInstanceOf(IllegalStateException.class)
                .hasMessage("Changed my mind");
        assertThatThrownBy(duplicate::get).rootCause().hasMessageContaining("primary key violation");
        assertThat(after.get()).isEqualTo(3);
        assertThat(disk.rows()).containsExactly(1, 3);
    }

    @Test
    void whatIsToBeStoredLastIsStoredOnceForAllOfACommit() throws Exception {
        Consumer<Handle> storing = handle -> handle.execute("insert into t (x) values (99)");
        callers.occupy();
        var writes = IntStream.range(0, 3).mapToObj(number -> callers.write(transaction -> {
            transaction.beforeCommit(storing);
            return insert(transaction, number);
        })).toList();
        callers.release();
        for (var write : writes) {
            write.get();
        }

        assertThat(disk.rows()).containsExactly(0, 1, 2, 99);
        assertThat(disk.events()).containsExactly("commit", "sync", "commit", "sync");
    }

    @Test
    void oneThatFailsTakesBackWhatItChangedInMemoryTheNewestFirst() {
        var undone = new ArrayList<String>();
        assertThatThrownBy(() -> groupCommit.write(transaction -> {
            transaction.beforeCommit(handle -> handle.execute("insert into t (x) values (99)"));
            transaction.onRollback(() -> undone.add("older"));
            transaction.onRollback(() -> undone.add("newer"));
            throw new IllegalStateException("Changed my mind");
        })).hasMessage("Changed my mind");

        assertThat(undone).containsExactly("newer", "older");
        assertThat(disk.rows()).isEmpty();
    }

    @Test
    void oneThatSucceedsTakesNothingBack() {
        var undone = new ArrayList<String>();
        groupCommit.write(transaction -> {
            transaction.onRollback(() -> undone.add("change"));
            return insert(transaction, 1);
        });

        assertThat(undone).isEmpty();
    }

    @Test
    void anErrorIsItsCallersTooAndTheNextWriteIsServed() {
        assertThatThrownBy(() -> groupCommit.write(transaction -> {
            throw new StackOverflowError();
        })).hasRootCauseInstanceOf(StackOverflowError.class);

        assertThat(groupCommit.<Integer>write(transaction -> insert(transaction, 1))).isEqualTo(1);
    }

    @Test
    void oneThatIsClosedCommitsWhatWaitsAndRefusesTheRest() throws Exception {
        callers.occupy();
        var waiting = callers.write(transaction -> insert(transaction, 1));
        callers.release();
        groupCommit.close();

        assertThat(waiting.get()).isEqualTo(1);
        assertThatThrownBy(() -> groupCommit.write(transaction -> insert(transaction, 2)))
                .hasMessage("The database is closed.");
        assertThat(disk.rows()).containsExactly(1);
    }

    /** A caller must never wait for an answer that nobody is left to give. */
    @Test
    void whoeverWritesWhileItClosesIsAnsweredOneWayOrTheOther() throws Exception {
        var threads = Executors.newVirtualThreadPerTaskExecutor();
        for (int round = 0; round < 300; round++) {
            var closing = open();
            List<Future<?>> writers = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                writers.add(threads.submit(() -> writeUntilRefused(closing)));
            }
            closing.close();
            for (var writer : writers) {
                assertThatThrownBy(() -> writer.get(5, TimeUnit.SECONDS)).as("in round " + round)
                        .isInstanceOf(ExecutionException.class).cause().hasMessage("The database is closed.");
            }
        }
    }

    private static void writeUntilRefused(GroupCommit closing) {
        while (true) {
            closing.write(transaction -> null);
        }
    }

    private GroupCommit open() {
        return new GroupCommit(disk.jdbi(), new Durability(), new Compaction(), failures::incrementAndGet,
                new SimpleMeterRegistry());
    }

    private static int insert(Transaction transaction, int number) {
        transaction.handle().execute("insert into t (x) values (?)", number);
        return number;
    }
}
