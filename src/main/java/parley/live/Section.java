package parley.live;

import java.util.ArrayList;
import java.util.List;

/** Some of the tabs that listen to a feed, all of them at the same revision. */
final class Section {

    /** Serving so many takes some milliseconds, for which nobody minds to wait. */
    static final int MOST_TABS = 500;

    /**
     * Ten thousand tabs do not fit into the processor's caches, and it would wait for the memory of one after the other. To ask some of
     * them whether they are open, before the first is written to, fetches what they need together: a fifth less of Parley's own part of
     * the CPU a delivery.
     */
    private static final int TABS_AT_ONCE = 16;

    private final int mostTabs;
    private final List<Tab> tabs = new ArrayList<>();
    private long revision;

    Section(int mostTabs, long revision) {
        this.mostTabs = mostTabs;
        this.revision = revision;
    }

    long revision() {
        return revision;
    }

    int size() {
        return tabs.size();
    }

    boolean isEmpty() {
        return tabs.isEmpty();
    }

    boolean isFull() {
        return tabs.size() == mostTabs;
    }

    /** @param tab which is at this section's revision */
    void add(Tab tab) {
        tabs.add(tab);
    }

    void remove(Tab tab) {
        tabs.remove(tab);
    }

    void send(Payload payload, long upTo) {
        for (int from = 0; from < tabs.size(); from += TABS_AT_ONCE) {
            int to = Math.min(from + TABS_AT_ONCE, tabs.size());
            var open = tabs.subList(from, to).stream().filter(Tab::isOpen).toList();
            open.forEach(tab -> tab.send(payload));
        }
        revision = upTo;
    }
}
