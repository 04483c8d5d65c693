package parley.device;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.database.Database;
import parley.live.Live;

/**
 * Tells a user's sessions that a tab of another was opened or closed. All that happens within a second is told together: after a
 * restart ten thousand tabs come back, and they cost one query.
 */
public final class Openings implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Openings.class);

    /** A tab that reloads is back before anybody sees it go. */
    private static final long PAUSE_MILLIS = 1_000;

    private final Database database;
    private final Live live;
    private final Set<String> changed = new HashSet<>();
    private final ScheduledExecutorService timer = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().name("openings").daemon().factory());

    public Openings(Database database, Live live) {
        this.database = database;
        this.live = live;
    }

    /** The session's first tab has come, or its last has gone: {@link Live#onPresence}. */
    public synchronized void changed(String session) {
        if (changed.isEmpty()) {
            later();
        }
        changed.add(session);
    }

    private synchronized List<String> take() {
        var now = List.copyOf(changed);
        changed.clear();
        return now;
    }

    private void later() {
        try {
            timer.schedule(this::tell, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            // The server stops, and all tabs with it.
        }
    }

    private void tell() {
        var now = take();
        try {
            var others = database.read(transaction -> YourSessions.ofSameUser(transaction.handle(), now));
            others.stream().filter(live.owners()::contains)
                    .forEach(session -> live.wakeOwn(session, YourSessions.TOPIC));
        } catch (RuntimeException e) {
            log.warn("Could not tell people of their tabs that were opened and closed", e);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
