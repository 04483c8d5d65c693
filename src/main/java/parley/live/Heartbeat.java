package parley.live;

import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;

/**
 * Shows a page that its stream still works, and notices who has gone without saying so: a browser answers pings by itself. In a
 * busy room the messages show it, so there few pings are needed. It looks at some of the tabs at a time: those that came together are
 * due together, and what is said shall not wait for ten thousand pings.
 */
final class Heartbeat {

    private static final int PARTS = 20;

    /**
     * @param every the time between two looks at a tab, at most
     * @param longestQuiet of the server, after which a tab is pinged
     * @param longestSilence of the tab, after which it is cut
     */
    record Pace(Duration every, Duration longestQuiet, Duration longestSilence) {

        /** A page comes back anew after 30 seconds of quiet, and many proxies end a connection after 60. */
        static final Pace USUAL = new Pace(Duration.ofSeconds(5), Duration.ofSeconds(17), Duration.ofSeconds(60));

        boolean isGone(long silentNanos) {
            return silentNanos > longestSilence.toNanos();
        }

        /** Whoever is silent is asked in time to answer. */
        boolean isDue(long quietNanos, long silentNanos) {
            return quietNanos > longestQuiet.toNanos()
                    || silentNanos > longestSilence.minus(longestQuiet).toNanos();
        }
    }

    private final Pace pace;
    private Iterator<Tab> round = Collections.emptyIterator();
    private int aPart;

    Heartbeat(Pace pace) {
        this.pace = pace;
    }

    /** How long after a beat the next is to come. */
    Duration rest() {
        return pace.every().dividedBy(PARTS);
    }

    /** @param tabs all there are; they may come and go during a round */
    void beat(Collection<Tab> tabs) {
        if (!round.hasNext()) {
            round = List.copyOf(tabs).iterator();
            aPart = Math.ceilDiv(tabs.size(), PARTS);
        }
        for (int looks = 0; looks < aPart && round.hasNext(); looks++) {
            lookAt(round.next());
        }
    }

    private void lookAt(Tab tab) {
        if (pace.isGone(tab.silentNanos())) {
            tab.cut();
        } else if (pace.isDue(tab.quietNanos(), tab.silentNanos())) {
            tab.send(Payload.HEARTBEAT);
        }
    }
}
