package parley.page;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.Header;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Slows down who guesses: an address whose attempts were refused too often is turned away for a while, before anything is looked
 * at. What succeeds costs nothing, unless that is what must not happen too often.
 */
public final class Attempts {

    /** Whoever has more networks than this at hand is not stopped by counting. */
    private static final int NETWORKS = 10_000;

    private record Count(long since, int failures) {

        Count plus(int more) {
            return new Count(since, failures + more);
        }
    }

    private final int most;
    private final Duration period;
    private final LongSupplier clock;

    private final Map<String, Count> counts = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
            return size() > NETWORKS;
        }
    };

    /** @param most failures of one address in one period */
    public Attempts(int most, Duration period) {
        this(most, period, System::nanoTime);
    }

    Attempts(int most, Duration period, LongSupplier clock) {
        this.most = most;
        this.period = period;
        this.clock = clock;
    }

    /** The handler, for those who have not failed too often. A refusal of its own, any {@link Problem}, is a failure. */
    public Handler limit(Handler handler) {
        return http -> {
            String network = network(http.ip());
            begin(network, http);
            boolean failed = false;
            try {
                handler.handle(http);
            } catch (Problem refusal) {
                failed = refusal.status() < 500;
                throw refusal;
            } finally {
                if (!failed) {
                    add(network, -1);
                }
            }
        };
    }

    /** The handler, for those who have not asked too often: here what succeeds counts as well. */
    public Handler limitAll(Handler handler) {
        return http -> {
            begin(network(http.ip()), http);
            handler.handle(http);
        };
    }

    /** Counts it as a failure until it is none: or many at once would all be looked at. */
    private void begin(String network, Context http) {
        var count = add(network, 1);
        if (count.failures() > most) {
            add(network, -1);
            long left = period.toNanos() - (clock.getAsLong() - count.since());
            http.header(Header.RETRY_AFTER, String.valueOf(1 + Duration.ofNanos(left).toSeconds()));
            throw new Problem(429, "Too many attempts from where you are. Wait a minute, then try again.");
        }
    }

    private synchronized Count add(String network, int more) {
        long now = clock.getAsLong();
        return counts.compute(network, (address, count) -> count == null || now - count.since() >= period.toNanos()
                ? new Count(now, Math.max(more, 0))
                : count.plus(more));
    }

    /** Who has one IPv6 address has 2^64. */
    static String network(String ip) {
        byte[] address = InetAddress.ofLiteral(ip.replaceAll("[\\[\\]]|%.*", "")).getAddress();
        return Arrays.toString(address.length == 16 ? Arrays.copyOf(address, 8) : address);
    }
}
