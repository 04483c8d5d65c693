package parley.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
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

    /** Runs the sweep in each transaction that ends sessions, after that; to be called before {@link #start}. */
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

    /** So much time has passed. */
    void pass(Duration time) {
        database.write(transaction -> {
            sessions.age(transaction, time.toMinutes(), listening.get(), lifetime);
            sweeps.forEach(sweep -> sweep.accept(transaction));
            return null;
        });
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
