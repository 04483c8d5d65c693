package parley.database;

import java.time.Duration;
import org.jdbi.v3.core.Handle;

/**
 * Has H2 tidy up its file now and then.
 *
 * <p>A part of the file can be written over when nothing in it is needed any more. H2 moves the little that still is to a new part,
 * but in a thread that it has only while it may also delay writes; then each commit goes through two more threads, which costs a fifth
 * of the posts a second. Without any tidying up the file grows to four times the size. So it is done for a moment, and for longer when
 * little of the file is in use.
 */
final class Compaction {

    private static final Duration EVERY = Duration.ofSeconds(20);
    private static final Duration LENGTH = Duration.ofMillis(500);
    private static final int TIMES_AFTER_A_WRITE = 30;
    private static final int ENOUGH_IN_USE = 10;

    private final Duration every;
    private final Duration length;
    private boolean tidying;
    private int left;
    private long due;

    Compaction() {
        this(EVERY, LENGTH);
    }

    /**
     * @param every from the end of one to the beginning of the next
     * @param length after which it ends, if enough of the file is in use; H2 looks for something to do every 167 ms
     */
    Compaction(Duration every, Duration length) {
        this.every = every;
        this.length = length;
    }

    /** There is something to tidy up again. A file that nobody writes to is left alone after a while. */
    void written() {
        if (left == 0) {
            due = System.nanoTime() + every.toNanos();
        }
        left = TIMES_AFTER_A_WRITE;
    }

    /** Nanoseconds until {@link #turn} has something to do. */
    long untilDue() {
        return left == 0 ? Long.MAX_VALUE : due - System.nanoTime();
    }

    /** Begins it, or ends it, if it is time for that; to be called outside of a transaction. */
    void turn(Handle handle) {
        if (untilDue() > 0) {
            return;
        }
        if (!tidying) {
            handle.execute("set write_delay 500");
            tidying = true;
        } else if (--left == 0 || percentInUse(handle) >= ENOUGH_IN_USE) {
            handle.execute("set write_delay 0");
            tidying = false;
        }
        due = System.nanoTime() + (tidying ? length : every).toNanos();
    }

    /** Of the parts of the file that cannot be written over. */
    static int percentInUse(Handle handle) {
        return handle.select("""
                select setting_value from information_schema.settings where setting_name = 'info.CHUNKS_FILL_RATE'""")
                .mapTo(Integer.class).one();
    }
}
