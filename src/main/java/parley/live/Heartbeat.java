package parley.live;

import java.time.Duration;

/**
 * Shows a page that its stream still works, and notices who has gone without saying so: a browser answers pings by itself. In a
 * busy room the messages show it, so there few pings are needed.
 *
 * @param every the time between two looks at a tab
 * @param longestQuiet of the server, after which a tab is pinged
 * @param longestSilence of the tab, after which it is cut
 */
record Heartbeat(Duration every, Duration longestQuiet, Duration longestSilence) {

    /** A page comes back anew after 30 seconds of quiet, and many proxies end a connection after 60. */
    static final Heartbeat USUAL = new Heartbeat(Duration.ofSeconds(5), Duration.ofSeconds(17), Duration.ofSeconds(60));

    void beat(Iterable<Tab> tabs) {
        for (Tab tab : tabs) {
            if (tab.silentNanos() > longestSilence.toNanos()) {
                tab.cut();
            } else if (isDue(tab.quietNanos(), tab.silentNanos())) {
                tab.send(Payload.HEARTBEAT);
            }
        }
    }

    /** Whoever is silent is asked in time to answer. */
    boolean isDue(long quietNanos, long silentNanos) {
        return quietNanos > longestQuiet.toNanos()
                || silentNanos > longestSilence.minus(longestQuiet).toNanos();
    }
}
