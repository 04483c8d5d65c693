package parley.e2e.vocabulary;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Where scenery waits between two classes: there is as much of it as there are classes that run at the same time. */
final class Wings implements AutoCloseable {

    private final Queue<Scenery> waiting = new ConcurrentLinkedQueue<>();

    Scenery take() {
        var scenery = waiting.poll();
        return scenery == null ? new Scenery() : scenery;
    }

    void putBack(Scenery scenery) {
        waiting.add(scenery);
    }

    @Override
    public void close() {
        waiting.forEach(Scenery::takeDown);
    }
}
