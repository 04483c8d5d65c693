package parley.live;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;

/** One topic and the tabs that listen to it. Used by the dispatcher's thread alone. */
abstract sealed class Channel permits FeedChannel, PieceChannel {

    final Meters meters;
    private final String kind;
    private final Set<Tab> listeners = new LinkedHashSet<>();

    Channel(String kind, Meters meters) {
        this.kind = kind;
        this.meters = meters;
    }

    /** Delivers what is new to those who listen, then lets in those who have come. Tells whether anything was new. */
    abstract boolean pass();

    /** How long from now the next pass is best put off. */
    abstract Duration rest();

    abstract void join(Tab tab);

    void admit(Tab tab) {
        listeners.add(tab);
    }

    /** Whether anybody is left. */
    boolean leave(Tab tab) {
        listeners.remove(tab);
        return !listeners.isEmpty();
    }

    int listeners() {
        return listeners.size();
    }

    void send(Payload payload) {
        listeners.forEach(tab -> tab.send(payload));
        meters.sent(kind, listeners.size(), payload);
    }
}
