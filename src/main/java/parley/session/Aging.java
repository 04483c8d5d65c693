package parley.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.database.Database;
import parley.database.Transaction;

/**
 * Lets sessions grow old. The minutes are counted while the server runs, by a clock that only goes forward, and kept in the
 * database: whatever happens to the machine's clock, and however long the server was off, nobody ages by it.
 */
public final class Aging implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Aging.class);
    private static final Duration STEP = Duration.ofMinutes(5);
    private static final int MOST_AT_ONCE = 500;

    private final Database database;
    private final Sessions sessions;
    private final Lifetime lifetime;
    private final Supplier<? extends Collection<SessionId>> listening;
    private final List<Consumer<Transaction>> sweeps = new ArrayList<>();
    private final ScheduledExecutorService timer = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().name("aging").daemon().factory());

    /** @param listening the sessions whose streams are open: they are not idle */
    public Aging(Database database, Sessions sessions, Lifetime lifetime,
            Supplier<? extends Collection<SessionId>> listening) {
        this.database = database;
        this.sessions = sessions;
        this.lifetime = lifetime;
        this.listening = listening;
    }

    /** Runs the sweep in a transaction of its own whenever sessions may have ended; to be called before {@link #start}. */
    public Aging sweeping(Consumer<Transaction> sweep) {
        sweeps.add(sweep);
        return this;
    }

    public Aging start() {
        timer.scheduleAtFixedRate(this::step, STEP.toMinutes(), STEP.toMinutes(), TimeUnit.MINUTES);
        return this;
    }

    private void step() {
        try {
            pass(STEP);
        } catch (RuntimeException e) {
            log.warn("Could not look for sessions that have ended", e);
        }
    }

    /** So much time has passed. What may concern many sessions is done by several writes, so that posts go in between. */
    void pass(Duration time) {
        write(transaction -> forward(transaction, time));
        write(heardOf(), sessions.sightings()::note);
        write(database.read(this::expired).stream(), this::end);
        sweeps.forEach(this::write);
    }

    private static void forward(Transaction transaction, Duration time) {
        transaction.handle().createUpdate("update session_clock set minutes = minutes + :minutes")
                .bind("minutes", time.toMinutes()).execute();
    }

    private Stream<SessionId> heardOf() {
        return Stream.concat(sessions.sightings().unnoted().stream(), listening.get().stream()).distinct();
    }

    private List<SessionId> expired(Transaction transaction) {
        return transaction.handle().createQuery("""
                select id from sessions, session_clock where seen < minutes - :idle or made < minutes - :absolute""")
                .bind("idle", lifetime.idle().toMinutes()).bind("absolute", lifetime.absolute().toMinutes())
                .mapTo(String.class).map(SessionId::new).list();
    }

    private void end(Transaction transaction, List<SessionId> expired) {
        expired.forEach(session -> sessions.end(transaction, session));
    }

    private void write(Stream<SessionId> many, BiConsumer<Transaction, List<SessionId>> work) {
        many.gather(Gatherers.windowFixed(MOST_AT_ONCE))
                .forEach(some -> write(transaction -> work.accept(transaction, some)));
    }

    private void write(Consumer<Transaction> work) {
        database.write(transaction -> {
            work.accept(transaction);
            return null;
        });
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
