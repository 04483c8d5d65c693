package parley.live;

import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongConsumer;

/** The newest changes of a feed, as long as some tabs are yet to get them. */
final class Backlog {

    /** Bounds the size of a frame, in changes. */
    static final int MOST_AT_ONCE = 200;

    private record Part(long revision, byte[] html, long since) {}

    private final Deque<Part> parts = new ArrayDeque<>();

    /** @param since when it was told that there is something new */
    void add(Topic.Changes changes, long since) {
        parts.add(new Part(changes.revision(), changes.html(), since));
    }

    /** As many of the changes after the revision, which is a part's end, as go into a frame. */
    Topic.Changes after(long revision) {
        var html = new ByteArrayOutputStream();
        long end = revision;
        for (Part part : parts) {
            if (part.revision() > revision + MOST_AT_ONCE) {
                break;
            }
            if (part.revision() > revision) {
                html.writeBytes(part.html());
                end = part.revision();
            }
        }
        return new Topic.Changes(end, html.toByteArray());
    }

    /** Forgets what all tabs have got. */
    void forget(long upTo, LongConsumer since) {
        while (!parts.isEmpty() && parts.peek().revision() <= upTo) {
            since.accept(parts.remove().since());
        }
    }
}
