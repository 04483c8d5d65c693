package parley.load;

import java.nio.ByteBuffer;

/** A room, the frames that its tabs got lately, and how many messages it has. */
final class Room {

    private static final int FRAMES = 8;

    private final String slug;
    private final String epoch;
    private final Batch[] recent = new Batch[FRAMES];
    private int listeners;
    private long newest;
    private long seen;

    /** @param epoch of the cursors, or null */
    Room(String slug, String epoch) {
        this.slug = slug;
        this.epoch = epoch;
    }

    String slug() {
        return slug;
    }

    String cursor(long revision) {
        return epoch + ":" + revision;
    }

    int listeners() {
        return listeners;
    }

    void enter() {
        listeners++;
    }

    /** The number of the newest message that is known to be stored: every tab is owed all up to it. */
    long newest() {
        return newest;
    }

    void reached(long number) {
        newest = Math.max(newest, number);
    }

    /** A number for a message that the server gives none: one more than the last. */
    long seen() {
        return ++seen;
    }

    /** What the frame holds, for a tab that waits for the number. */
    Batch batch(long next, ByteBuffer frame, Target target, Messages messages) {
        int place = (int) (next % FRAMES);
        if (recent[place] == null) {
            recent[place] = new Batch();
        }
        var batch = recent[place];
        if (!batch.is(next, frame)) {
            batch.begin(next, frame);
            target.read(frame, messages, batch);
        }
        return batch;
    }
}
