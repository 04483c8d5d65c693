package parley.e2e.vocabulary;

import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;

/** Where scenery waits between two classes: there is as much of it as there are classes that run at the same time. */
final class Wings implements AutoCloseable {

    private final Deque<Scenery> waiting = new ConcurrentLinkedDeque<>();

    Scenery take() {
        var scenery = waiting.poll();
        return scenery == null ? new Scenery() : scenery;
    }

    void putBack(Scenery scenery) {
        waiting.push(scenery);
    }

    @Override
    public void close() {
        waiting.forEach(Scenery::takeDown);
    }
}
