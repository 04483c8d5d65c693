package parley.room;

import parley.database.Transaction;
import parley.live.Live;

/** The counters of the rooms: each visible change takes the next number. */
public final class Revisions {

    private final Live live;

    public Revisions(Live live) {
        this.live = live;
    }

    /** To be called as late as possible, since it locks the room until the commit. */
    public long next(Transaction transaction, long room) {
        return next(transaction, room, 1);
    }

    /** Takes so many, and returns the last of them. */
    public long next(Transaction transaction, long room, int count) {
        transaction.afterCommit(() -> live.wake(Room.topic(room)));
        return transaction.handle().createUpdate("update rooms set revision = revision + :count where id = :id")
                .bind("count", count).bind("id", room)
                .executeAndReturnGeneratedKeys("revision").mapTo(Long.class).one();
    }
}
