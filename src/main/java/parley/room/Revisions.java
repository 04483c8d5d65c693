package parley.room;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import parley.database.Transaction;
import parley.live.Live;

/**
 * The counters of the rooms: each visible change takes the next number.
 *
 * <p>They are counted in memory and stored with the commit, once a room, however many changes the commit has: a tenth more posts a
 * second. Only the thread that writes counts, so there is nothing to lock.
 */
public final class Revisions {

    private final Live live;
    private final Map<Long, Long> newest = new HashMap<>();
    private final Set<Long> unstored = new HashSet<>();
    private final Consumer<Handle> storing = this::store;

    public Revisions(Live live) {
        this.live = live;
    }

    public long next(Transaction transaction, long room) {
        return next(transaction, room, 1);
    }

    /** Takes so many, and returns the last of them. */
    public long next(Transaction transaction, long room, int count) {
        transaction.beforeCommit(storing);
        long before = newest.computeIfAbsent(room, id -> stored(transaction.handle(), id));
        transaction.onRollback(() -> add(room, -count));
        transaction.afterCommit(() -> live.wake(Room.topic(room)));
        add(room, count);
        return before + count;
    }

    private static long stored(Handle handle, long room) {
        return handle.createQuery("select revision from rooms where id = :id").bind("id", room).mapTo(Long.class).one();
    }

    private void add(long room, int count) {
        newest.merge(room, (long) count, Long::sum);
        unstored.add(room);
    }

    private void store(Handle handle) {
        var updates = handle.prepareBatch("update rooms set revision = :revision where id = :id");
        unstored.forEach(room -> updates.bind("revision", newest.get(room)).bind("id", room).add());
        updates.execute();
        unstored.clear();
    }
}
