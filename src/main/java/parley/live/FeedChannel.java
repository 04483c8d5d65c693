package parley.live;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.function.LongSupplier;

/**
 * Delivers a feed. Waking says that something is new, never what: the source is read from where the last pass ended, so nothing
 * can be missed, and what piles up during a pass goes out as one frame in the next.
 */
final class FeedChannel extends Channel {

    private static final byte[] NOTHING = {};

    /** Bounds the size of a frame. */
    private static final int MOST_AT_ONCE = 200;

    /** A fifth of what the pass took. Ten thousand tabs and 64 messages in flight: 0.43 µs of CPU a delivery in place of 0.49. */
    private static final int REST = 5;

    private final Topic.Feed feed;
    private final LongSupplier clock;
    private final Queue<Tab> arriving = new ArrayDeque<>();
    private long delivered;
    private long restUntil;

    FeedChannel(Topic.Feed feed, Meters meters) {
        this(feed, meters, System::nanoTime);
    }

    FeedChannel(Topic.Feed feed, Meters meters, LongSupplier clock) {
        super("feed", meters);
        this.feed = feed;
        this.clock = clock;
        this.delivered = feed.source().newest();
        this.restUntil = clock.getAsLong();
    }

    @Override
    void join(Tab tab) {
        arriving.add(tab);
    }

    @Override
    boolean leave(Tab tab) {
        arriving.remove(tab);
        return super.leave(tab) || !arriving.isEmpty();
    }

    @Override
    boolean pass() {
        long before = delivered;
        long begun = clock.getAsLong();
        deliver();
        admitArriving();
        long ended = clock.getAsLong();
        restUntil = ended + (ended - begun) / REST;
        return delivered > before;
    }

    /** After a long pass the next begins a little later: what people answer to it then goes out together, not in two passes. */
    @Override
    Duration rest() {
        return Duration.ofNanos(restUntil - clock.getAsLong());
    }

    private void deliver() {
        long end;
        do {
            end = delivered + MOST_AT_ONCE;
            var changes = feed.source().changes(delivered, end);
            if (changes.revision() > delivered) {
                meters.passed(changes.revision() - delivered);
                delivered = changes.revision();
                send(Payload.feed(cursor(delivered), changes.html()));
            }
        } while (delivered == end);
    }

    /** Who arrives is caught up to exactly where the others are. Many come from one cursor after a restart: it is read once. */
    private void admitArriving() {
        Map<Long, List<Payload>> missed = new HashMap<>();
        while (!arriving.isEmpty()) {
            admit(arriving.peek(), missed);
            arriving.remove();
        }
    }

    private void admit(Tab tab, Map<Long, List<Payload>> missed) {
        var from = tab.subscription().from();
        if (from == null) {
            from = cursor(delivered);
        }
        if (feed.reaches(from, delivered)) {
            missed.computeIfAbsent(from.revision(), this::after).forEach(tab::send);
            admit(tab);
            if (from.revision() < delivered) {
                meters.replayed();
            }
        } else {
            meters.reloaded();
            tab.send(Payload.RELOAD);
            tab.close(Close.RELOAD);
        }
    }

    private List<Payload> after(long revision) {
        var payloads = new ArrayList<Payload>();
        do {
            long end = Math.min(delivered, revision + MOST_AT_ONCE);
            byte[] html = revision == delivered ? NOTHING : feed.source().changes(revision, end).html();
            payloads.add(Payload.feed(cursor(end), html));
            revision = end;
        } while (revision < delivered);
        return payloads;
    }

    private Cursor cursor(long revision) {
        return new Cursor(feed.epoch(), revision);
    }
}
