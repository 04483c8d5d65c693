package parley.live;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps every listening tab in step.
 *
 * <p>One thread, the dispatcher, owns the channels and their listeners and does all reading and sending, so there is nothing to
 * lock and no order to get wrong. A topic that is woken while it is being delivered is delivered once more: load makes batches,
 * not queues.
 */
public final class Live implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Live.class);

    /** Pieces change in bursts (everybody comes back after a restart), and a tenth of a second is soon enough for them. */
    private static final Duration PIECE_DELAY = Duration.ofMillis(100);

    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final ScheduledThreadPoolExecutor dispatcher = new ScheduledThreadPoolExecutor(1,
            Thread.ofPlatform().name("live").daemon().factory());
    private final int mostTabsAtOnce;
    private final Spool spool = new Spool();
    private final Meters meters;

    /** The topics that are to be delivered, and the queries of sessions that are to run, and since when. */
    private final Map<String, Long> awake = new ConcurrentHashMap<>();

    private final Map<String, Channel> channels = new HashMap<>();

    /** The topics whose next turn is to come. */
    private final Set<String> turning = new HashSet<>();

    private final Set<Tab> tabs = new LinkedHashSet<>();
    private final OwnQueries own;

    public Live(MeterRegistry registry) {
        this(registry, Section.MOST_TABS, Heartbeat.Pace.USUAL);
    }

    Live(MeterRegistry registry, int mostTabsAtOnce, Heartbeat.Pace pace) {
        this.mostTabsAtOnce = mostTabsAtOnce;
        meters = new Meters(registry);
        own = new OwnQueries(meters);
        meters.tabs(tabs);
        dispatcher.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        var heartbeat = new Heartbeat(pace);
        dispatcher.scheduleWithFixedDelay(guarded(() -> heartbeat.beat(tabs)), 0, heartbeat.rest().toNanos(),
                TimeUnit.NANOSECONDS);
    }

    /** Tells that something is new on the topic. Returns at once; many calls before the next delivery are as good as one. */
    public void wake(String topic) {
        if (isFirst(topic)) {
            soon(Duration.ZERO, () -> begin(topic));
        }
    }

    /** As {@link #wake}, for a piece: not before a tenth of a second has passed, and not for all at once where many look at it. */
    public void wakePiece(String topic) {
        wakePiece(topic, PIECE_DELAY);
    }

    /** As above, for what may be later still: not before that time has passed. */
    public void wakePiece(String topic, Duration delay) {
        if (isFirst(topic)) {
            soon(delay, () -> begin(topic));
        }
    }

    /** Adds a live query that each session has for itself; to be called while the application is put together. */
    public void own(OwnQuery<?> query) {
        own.add(query);
    }

    /** Tells that something of one session's has changed: those of its queries run that read the topic. */
    public void wakeOwn(String owner, String topic) {
        own.reading(topic).forEach(query -> wakeOwn(owner, query, Duration.ZERO));
    }

    private void wakeOwn(String owner, OwnQuery<Object> query, Duration delay) {
        String name = "own/" + query.name() + "/" + owner;
        if (isFirst(name)) {
            soon(delay, () -> {
                awake.remove(name);
                pass(owner, query);
            });
        }
    }

    /** One that fails neither is lost nor takes the others with it. */
    private void pass(String owner, OwnQuery<Object> query) {
        try {
            own.pass(owner, query);
        } catch (RuntimeException e) {
            log.warn("Could not run {} for a session; trying again in a second", query.name(), e);
            wakeOwn(owner, query, RETRY);
        }
    }

    /** All pieces of the page that are the session's own, one after the other. */
    public byte[] ownPieces(String owner) {
        return own.html(owner);
    }

    /** The sessions that have tabs listening. */
    public Set<String> owners() {
        return own.owners();
    }

    /** Runs the listener, which must be quick, when a session's first tab begins to listen and when its last has gone. */
    public void onPresence(Consumer<String> listener) {
        own.onPresence(listener);
    }

    /** Ends all streams of a session. */
    public void end(String owner) {
        close(owner, Close.ENDED);
    }

    /** As above, and tells that it was the session that wanted it. */
    public void signOut(String owner) {
        close(owner, Close.SIGNED_OUT);
    }

    private void close(String owner, Close reason) {
        soon(Duration.ZERO, () -> own.of(owner).forEach(tab -> close(tab, reason)));
    }

    private void close(Tab tab, Close reason) {
        tab.close(reason);
        soon(GRACE, tab::cut);
    }

    private boolean isFirst(String topic) {
        return awake.putIfAbsent(topic, System.nanoTime()) == null;
    }

    private void begin(String topic) {
        var channel = channels.get(topic);
        if (channel == null) {
            awake.remove(topic);
        } else if (channel.rest().isPositive()) {
            turnAfter(channel.rest(), topic);
        } else if (!turning.contains(topic)) {
            turn(topic);
        }
    }

    void join(Tab tab) {
        soon(Duration.ZERO, () -> {
            if (tab.subscription().over().getAsBoolean()) {
                close(tab, Close.ENDED);
            } else {
                letIn(tab);
            }
        });
    }

    private void letIn(Tab tab) {
        tabs.add(tab);
        own.join(tab);
        tab.subscription().arrived().run();
        try {
            listen(tab, tab.subscription());
        } catch (RuntimeException e) {
            log.warn("Could not let a tab in", e);
            tab.close(Close.TRY_AGAIN);
        }
    }

    private void listen(Tab tab, Subscription subscription) {
        channel(subscription.feed()).join(tab);
        wake(subscription.feed().name());
        subscription.pieces().forEach(piece -> channel(piece).join(tab));
    }

    void leave(Tab tab) {
        soon(Duration.ZERO, () -> {
            if (tabs.remove(tab)) {
                own.leave(tab);
                var subscription = tab.subscription();
                leave(tab, subscription.feed());
                subscription.pieces().forEach(piece -> leave(tab, piece));
                subscription.left().run();
            }
        });
    }

    /** A stalled tab hears the close code only when it reads again, so the connection is cut a little later. */
    void tooSlow(Tab tab) {
        meters.overflowed();
        soon(Duration.ZERO, () -> close(tab, Close.TOO_SLOW));
    }

    private Channel channel(Topic topic) {
        return channels.computeIfAbsent(topic.name(), name -> switch (topic) {
            case Topic.Feed feed -> new FeedChannel(feed, mostTabsAtOnce, spool, meters);
            case Topic.Piece<?> piece -> new PieceChannel<>(piece, mostTabsAtOnce, meters);
        });
    }

    private void leave(Tab tab, Topic topic) {
        channels.computeIfPresent(topic.name(), (name, channel) -> channel.leave(tab) ? channel : null);
    }

    private void turn(String topic) {
        turning.remove(topic);
        var channel = channels.get(topic);
        Long since = awake.remove(topic);
        if (channel == null) {
            return;
        }
        try {
            if (since != null) {
                channel.refresh(since);
            }
            if (channel.deliver()) {
                turnAfter(channel.rest(), topic);
            }
        } catch (RuntimeException e) {
            log.warn("Could not deliver {}; trying again in a second", topic, e);
            if (since != null) {
                awake.putIfAbsent(topic, since);
            }
            turnAfter(RETRY, topic);
        }
    }

    /** One turn of a topic is to come, however often it is woken meanwhile. */
    private void turnAfter(Duration delay, String topic) {
        if (turning.add(topic)) {
            soon(delay, () -> turn(topic));
        }
    }

    private void soon(Duration delay, Runnable task) {
        try {
            dispatcher.schedule(guarded(task), delay.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            // The server stops, and all tabs with it.
        }
    }

    private static Runnable guarded(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (RuntimeException e) {
                log.error("Live delivery failed", e);
            }
        };
    }

    /** Sends every tab away to come back later. */
    @Override
    public void close() {
        if (dispatcher.isShutdown()) {
            return;
        }
        try {
            dispatcher.submit(() -> tabs.forEach(tab -> tab.close(Close.STOPPING))).get(GRACE.toMillis(),
                    TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            log.warn("Could not tell every tab that the server stops", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        dispatcher.shutdownNow();
        spool.close();
    }
}
