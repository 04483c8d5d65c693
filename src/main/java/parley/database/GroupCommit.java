package parley.database;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes what arrives while a commit runs together in the next one: one sync of the disk serves all of them.
 *
 * <p>H2 keeps an acknowledged row through a power cut only after {@code CHECKPOINT SYNC}, which costs about a millisecond. One
 * transaction a sync is about 840 rows a second, fifty are 26,000. One thread writes, so two writes never wait for each other's
 * locks, and the order of commits is the order of revisions.
 */
final class GroupCommit implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(GroupCommit.class);

    /** Bounds how long the first caller of a commit waits for its neighbours. */
    private static final int MOST_AT_ONCE = 256;

    private final Jdbi jdbi;
    private final Durability durability;
    private final Runnable onFailure;
    private final BlockingQueue<Write<?>> waiting = new LinkedBlockingQueue<>();
    private final Compaction compaction;
    private final Thread writer = Thread.ofPlatform().name("database-writer").unstarted(this::run);
    private final Write<Void> stop = new Write<>(transaction -> null);
    private final DistributionSummary writesACommit;
    private final Timer untilDurable;

    /** What later writes are told; null while there may be some. */
    private RuntimeException refusal;

    GroupCommit(Jdbi jdbi, Durability durability, Compaction compaction, Runnable onFailure, MeterRegistry meters) {
        this.jdbi = jdbi;
        this.durability = durability;
        this.compaction = compaction;
        this.onFailure = onFailure;
        this.writesACommit = DistributionSummary.builder("parley.commit.writes")
                .description("Writes that went to disk in one commit").register(meters);
        this.untilDurable = Timer.builder("parley.write").description("From the call of a write until it is on disk")
                .publishPercentileHistogram().maximumExpectedValue(Duration.ofSeconds(10)).register(meters);
        writer.start();
    }

    <T> T write(Function<Transaction, T> work) {
        var write = new Write<>(work);
        add(write);
        return write.await();
    }

    /** After the last drain nobody would ever answer. */
    private synchronized void add(Write<?> write) {
        if (refusal != null) {
            write.failed(refusal);
        } else {
            waiting.add(write);
        }
    }

    private void run() {
        RuntimeException end = new IllegalStateException("The database is closed.");
        try (Handle handle = open()) {
            List<Write<?>> batch;
            do {
                batch = next();
                store(handle, batch);
                batch.forEach(write -> untilDurable.record(write.age()));
                batch.forEach(Write::committed);
            } while (!batch.contains(stop));
        } catch (StorageFailed e) {
            log.error("Nothing can be stored any more", e);
            end = e;
            onFailure.run();
        } catch (DatabaseUnavailable e) {
            end = e;
        } finally {
            refuseRest(end);
        }
    }

    /** The database was opened a moment ago, but its disk may be gone since. */
    private Handle open() {
        try {
            return jdbi.open();
        } catch (ConnectionException e) {
            throw new StorageFailed(e);
        }
    }

    /** Empty when the compaction is due before there is something to write. */
    private List<Write<?>> next() {
        var batch = new ArrayList<Write<?>>();
        try {
            var first = waiting.poll(compaction.untilDue(), TimeUnit.NANOSECONDS);
            if (first != null) {
                batch.add(first);
                waiting.drainTo(batch, MOST_AT_ONCE - 1);
            }
        } catch (InterruptedException e) {
            batch.add(stop);
        }
        return batch;
    }

    private void store(Handle handle, List<Write<?>> batch) {
        try {
            compaction.turn(handle);
            if (!batch.isEmpty()) {
                commit(handle, batch);
            }
        } catch (Throwable e) {
            var failure = new StorageFailed(e);
            durability.failed(failure);
            batch.forEach(write -> write.failed(failure));
            throw failure;
        }
    }

    private void commit(Handle handle, List<Write<?>> batch) {
        handle.begin();
        batch.forEach(write -> write.run(handle));
        batch.stream().flatMap(Write::unstored).distinct().forEach(storing -> storing.accept(handle));
        durability.begin();
        handle.commit();
        handle.execute("checkpoint sync");
        durability.onDisk();
        compaction.written();
        writesACommit.record(batch.size());
    }

    private synchronized void refuseRest(RuntimeException reason) {
        refusal = reason;
        waiting.forEach(write -> write.failed(reason));
        waiting.clear();
    }

    /** Commits what is waiting, then stops. */
    @Override
    public void close() {
        add(stop);
        boolean interrupted = false;
        while (true) {
            try {
                writer.join();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
