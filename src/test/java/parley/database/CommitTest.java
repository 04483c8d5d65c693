package parley.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.Thread.State;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import parley.Eventually;

/** What happens before what, so that whatever anybody was told is on disk. */
@Timeout(value = 30, threadMode = ThreadMode.SEPARATE_THREAD)
class CommitTest {

    private final Disk disk = new Disk();
    private final Durability durability = new Durability();
    private final AtomicInteger failures = new AtomicInteger();
    private final GroupCommit groupCommit = new GroupCommit(disk.jdbi(), durability, new Compaction(),
            failures::incrementAndGet, new SimpleMeterRegistry());
    private final Callers callers = new Callers(groupCommit);

    @AfterEach
    void close() {
        disk.release();
        callers.release();
        groupCommit.close();
    }

    @Test
    void commitThenSyncThenEffectsThenTheResult() {
        groupCommit.write(transaction -> {
            transaction.afterCommit(() -> disk.events().add("effect sees " + disk.rows()));
            return insert(transaction, 1);
        });
        disk.events().add("result");

        assertThat(disk.events()).containsExactly("commit", "sync", "effect sees [1]", "result");
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

    /** An effect only wakes somebody. Should it fail all the same, the others and the next are not to suffer. */
    @Test
    void anEffectThatFailsHarmsNobodyElse() throws Exception {
        callers.occupy();
        callers.write(transaction -> {
            transaction.afterCommit(() -> {
                throw new IllegalStateException("Could not wake anybody");
            });
            return insert(transaction, 1);
        });
        var neighbour = callers.write(transaction -> insert(transaction, 2));
        callers.release();

        assertThat(neighbour.get(5, TimeUnit.SECONDS)).isEqualTo(2);
        assertThat(groupCommit.<Integer>write(transaction -> insert(transaction, 3))).isEqualTo(3);
    }

    @Test
    void norDoesAnEffectForWhichThereIsNoMemory() throws Exception {
        groupCommit.write(transaction -> {
            transaction.afterCommit(() -> {
                throw new OutOfMemoryError("Made up");
            });
            return insert(transaction, 1);
        });

        assertThat(groupCommit.<Integer>write(transaction -> insert(transaction, 2))).isEqualTo(2);
    }

    @Test
    void aCommitForWhichThereIsNoMemoryIsToldToAllWhoWaitForIt() {
        assertThatThrownBy(() -> groupCommit.write(transaction -> {
            transaction.beforeCommit(handle -> {
                throw new OutOfMemoryError("Made up");
            });
            return insert(transaction, 1);
        })).isInstanceOf(StorageFailed.class).hasRootCauseMessage("Made up");

        groupCommit.close();
        assertThat(failures).hasValue(1);
        assertThat(disk.rows()).isEmpty();
    }

    @Test
    void whoReadsACommitThatIsNotOnDiskYetWaitsForIt() throws Exception {
        disk.hold();
        var write = callers.write(transaction -> insert(transaction, 1));
        Eventually.until("everybody can see the row", () -> disk.rows().contains(1));

        var read = new FutureTask<>(durability::await, "read");
        var reader = Thread.ofPlatform().start(read);
        Eventually.until("the reader waits", () -> reader.getState() == State.WAITING);
        assertThat(write.isDone()).isFalse();

        disk.release();
        assertThat(read.get()).isEqualTo("read");
        assertThat(write.get()).isEqualTo(1);
    }

    @Test
    void whoReadsACommitThatNeverGetsToDiskDoesNotGetIt() throws Exception {
        disk.hold();
        callers.write(transaction -> insert(transaction, 1));
        Eventually.until("everybody can see the row", () -> disk.rows().contains(1));
        disk.breaksDown();
        disk.release();

        assertThatThrownBy(durability::await).isInstanceOf(StorageFailed.class);
    }

    @Test
    void whoReadsWhenNothingIsOnItsWayDoesNotWait() {
        groupCommit.write(transaction -> insert(transaction, 1));

        durability.await();
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
                .isInstanceOf(StorageFailed.class);
        assertThat(failures).hasValue(1);
        assertThat(disk.events()).doesNotContain("effect");
        assertThat(disk.rows()).containsExactly(1);
    }

    @Test
    void whenTheDiskIsGoneBeforeTheFirstWriteTheApplicationIsToldAsWell() {
        var gone = Jdbi.create(() -> {
            throw new SQLException("No such device");
        });
        try (var without = new GroupCommit(gone, new Durability(), new Compaction(), failures::incrementAndGet,
                new SimpleMeterRegistry())) {
            assertThatThrownBy(() -> without.write(transaction -> insert(transaction, 1)))
                    .isInstanceOf(StorageFailed.class);
        }
        assertThat(failures).hasValue(1);
    }

    @Test
    void whatCannotBeSyncedIsNotAcknowledgedEither() {
        disk.breaksDown();

        assertThatThrownBy(() -> groupCommit.write(transaction -> insert(transaction, 1)))
                .isInstanceOf(StorageFailed.class);

        groupCommit.close();
        assertThat(failures).hasValue(1);
    }

    @Test
    void aFileThatCannotBeTidiedUpIsAFailureOfTheDisk() {
        disk.cannotTidyUp();
        var atOnce = new Compaction(Duration.ZERO, Duration.ZERO);
        try (var tidying = new GroupCommit(disk.jdbi(), new Durability(), atOnce, failures::incrementAndGet,
                new SimpleMeterRegistry())) {
            assertThat(tidying.<Integer>write(transaction -> insert(transaction, 1))).isEqualTo(1);

            Eventually.until("the application is told", () -> failures.get() == 1);
            assertThatThrownBy(() -> tidying.write(transaction -> insert(transaction, 2)))
                    .isInstanceOf(RuntimeException.class);
        }
    }

    @Test
    void everybodyWhoWaitsHearsOfAFullDisk() {
        callers.occupy();
        var writes = IntStream.range(0, 20)
                .mapToObj(number -> callers.write(transaction -> insert(transaction, number)))
                .toList();
        disk.fills();
        callers.release();

        assertThat(writes).allSatisfy(write -> assertThatThrownBy(() -> write.get(5, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class));
        assertThat(disk.rows()).isEmpty();
    }

    private static int insert(Transaction transaction, int number) {
        transaction.handle().execute("insert into t (x) values (?)", number);
        return number;
    }
}
