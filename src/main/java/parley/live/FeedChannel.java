package parley.live;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/**
 * Delivers a feed. Waking says that something is new, never what: the source is read from where the last read ended, so nothing can
 * be missed.
 *
 * <p>Its tabs sit in sections, which are served in turn, round and round: each gets all that has come since its last turn, as one
 * frame. So a change is everywhere after one round, whenever in a round it comes; and the more is said, the more goes out together.
 * Between two turns others have theirs: a small room does not wait for a large one.
 */
final class FeedChannel implements Channel {

    private static final byte[] NOTHING = {};

    private final Topic.Feed feed;
    private final int mostTabs;
    private final Spool spool;
    private final Meters meters;
    private final Queue<Tab> arriving = new ArrayDeque<>();

    /** In the order of their turns, hence of their revisions: the first is the one that waits longest. */
    private final Deque<Section> sections = new ArrayDeque<>();

    private final Backlog backlog = new Backlog();

    /** By revision, what came after it up to the newest. After a restart many come from the same. */
    private final Map<Long, List<Payload>> replays = new HashMap<>();

    private long newest;

    /** @param mostTabs in a section */
    FeedChannel(Topic.Feed feed, int mostTabs, Spool spool, Meters meters) {
        this.feed = feed;
        this.mostTabs = mostTabs;
        this.spool = spool;
        this.meters = meters;
        this.newest = feed.source().newest();
    }

    @Override
    public void join(Tab tab) {
        arriving.add(tab);
    }

    @Override
    public boolean leave(Tab tab) {
        arriving.remove(tab);
        sections.forEach(section -> section.remove(tab));
        sections.removeIf(Section::isEmpty);
        return !sections.isEmpty() || !arriving.isEmpty();
    }

    /** A message waits for nobody. */
    @Override
    public Duration rest() {
        return Duration.ZERO;
    }

    @Override
    public void refresh(long since) {
        long end;
        do {
            end = newest + Backlog.MOST_AT_ONCE;
            var changes = feed.source().changes(newest, end);
            if (changes.revision() > newest) {
                newest = changes.revision();
                backlog.add(changes, since);
                replays.clear();
            }
        } while (newest == end);
    }

    @Override
    public boolean deliver() {
        if (!sections.isEmpty()) {
            serve(sections.peek());
            sections.add(sections.remove());
        }
        long everywhere = sections.isEmpty() ? newest : sections.peek().revision();
        backlog.forget(everywhere, meters::delivered);
        admitArriving();
        return everywhere < newest || !arriving.isEmpty();
    }

    private void serve(Section section) {
        while (section.revision() < newest) {
            var changes = backlog.after(section.revision());
            var payload = spool.put(Payload.feed(cursor(changes.revision()), changes.html()));
            meters.passed(changes.revision() - section.revision());
            meters.sent("feed", section.size(), payload);
            section.send(payload, changes.revision());
        }
    }

    /**
     * Lets in all who come from the same cursor as the first: a read a turn, so that those who are here do not wait for who was away.
     * Sections fill up before there is another one, so some wait until one with a place has its turn.
     */
    private void admitArriving() {
        if (arriving.isEmpty()) {
            replays.clear();
            return;
        }
        if (sections.stream().allMatch(Section::isFull)) {
            sections.add(new Section(mostTabs, newest));
        }
        var section = sections.getLast();
        if (!section.isFull()) {
            admit(from(arriving.peek()), section);
        }
    }

    private void admit(Cursor from, Section section) {
        var missed = feed.reaches(from, newest) ? replays.computeIfAbsent(from.revision(), this::after) : null;
        for (var each = arriving.iterator(); each.hasNext() && !section.isFull();) {
            var tab = each.next();
            if (from(tab).equals(from)) {
                each.remove();
                admit(tab, missed, section);
            }
        }
    }

    private Cursor from(Tab tab) {
        var from = tab.subscription().from();
        return from == null ? cursor(newest) : from;
    }

    /** @param missed null if that cannot be told */
    private void admit(Tab tab, List<Payload> missed, Section section) {
        if (missed == null) {
            meters.reloaded();
            tab.send(Payload.RELOAD);
            tab.close(Close.RELOAD);
            return;
        }
        missed.forEach(tab::send);
        section.add(tab);
        if (from(tab).revision() < newest) {
            meters.replayed();
            missed.forEach(payload -> meters.sent("replay", 1, payload));
        }
    }

    private List<Payload> after(long revision) {
        var payloads = new ArrayList<Payload>();
        long from = revision;
        do {
            long end = Math.min(newest, from + Backlog.MOST_AT_ONCE);
            byte[] html = from == newest ? NOTHING : feed.source().changes(from, end).html();
            payloads.add(Payload.feed(cursor(end), html));
            from = end;
        } while (from < newest);
        return payloads;
    }

    private Cursor cursor(long revision) {
        return new Cursor(feed.epoch(), revision);
    }
}
