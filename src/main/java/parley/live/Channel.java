package parley.live;

import java.util.LinkedHashSet;
import java.util.Set;

/** One topic and the tabs that listen to it. Used by the dispatcher's thread alone. */
abstract sealed class Channel permits FeedChannel, PieceChannel {

    private final Set<Tab> listeners = new LinkedHashSet<>();

    /** Delivers what is new to those who listen, then lets in those who have come. */
    abstract void pass();

    abstract void join(Tab tab);

    void admit(Tab tab) {
        listeners.add(tab);
    }

    /** Whether anybody is left. */
    boolean leave(Tab tab) {
        listeners.remove(tab);
        return !listeners.isEmpty();
    }

    void send(Payload payload) {
        listeners.forEach(tab -> tab.send(payload));
    }
}
