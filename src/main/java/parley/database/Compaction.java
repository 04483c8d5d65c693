package parley.database;

import java.sql.SQLException;
import java.time.Duration;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.jdbi.v3.core.Handle;

/**
 * Has H2 tidy up its file, a little at a time.
 *
 * <p>A part of the file can be written over when nothing in it is needed any more; the little that still is has to be moved to a new
 * part first, or the file grows to four times the size. H2 would do that by itself, but in a thread that it has only while it may also
 * delay writes, and then each commit goes through two more threads, which costs a fifth of the posts a second; and it moves so much at
 * a time that posts wait for up to 200 ms. Half a megabyte between two commits takes some 10.
 */
final class Compaction {

    /** Percent. A new part is not full of what stays, either: more would mean to move the same things again and again. */
    private static final int ENOUGH_IN_USE = 30;

    private static final int BYTES_AT_A_TIME = 512 * 1024;
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final Duration REST = Duration.ofSeconds(1);
    private static final int LOOKS_AFTER_A_WRITE = 30;

    private final Duration pause;
    private final Duration rest;
    private int left;
    private long due;

    Compaction() {
        this(PAUSE, REST);
    }

    /**
     * @param pause after something was moved
     * @param rest when there was nothing to move
     */
    Compaction(Duration pause, Duration rest) {
        this.pause = pause;
        this.rest = rest;
    }

    /** There may be something to tidy up again. A file that nobody writes to is left alone after a while. */
    void written() {
        if (left == 0) {
            due = System.nanoTime() + rest.toNanos();
        }
        left = LOOKS_AFTER_A_WRITE;
    }

    /** Nanoseconds until {@link #turn} has something to do. */
    long untilDue() {
        return left == 0 ? Long.MAX_VALUE : due - System.nanoTime();
    }

    /** Tidies up a little, if it is time for that; to be called outside of a transaction. */
    void turn(Handle handle) {
        if (untilDue() > 0) {
            return;
        }
        boolean moved = percentInUse(handle) < ENOUGH_IN_USE && move(handle);
        if (!moved) {
            left--;
        }
        due = System.nanoTime() + (moved ? pause : rest).toNanos();
    }

    /** Of the parts of the file that are old enough to be written over. */
    static int percentInUse(Handle handle) {
        return handle.select("select setting_value from information_schema.settings where setting_name = ?",
                "info.CHUNKS_FILL_RATE_RW").mapTo(Integer.class).one();
    }

    /** The emptiest parts first. What was moved goes to the disk with the next commit, hence one at once. */
    private static boolean move(Handle handle) {
        boolean moved = store(handle).compact(100, BYTES_AT_A_TIME);
        if (moved) {
            handle.execute("checkpoint sync");
        }
        return moved;
    }

    /** SQL has no such command. */
    private static MVStore store(Handle handle) {
        try {
            var connection = handle.getConnection().unwrap(JdbcConnection.class);
            return ((SessionLocal) connection.getSession()).getDatabase().getStore().getMvStore();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
