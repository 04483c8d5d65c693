package parley.live;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** What the live layer counts. A pass counts once, however many tabs it reaches. */
final class Meters {

    private static final List<String> KINDS = List.of("feed", "replay", "piece");

    private final MeterRegistry registry;
    private final Counter replays;
    private final Counter reloads;
    private final Counter overflows;
    private final DistributionSummary changes;
    private final Timer delivery;

    Meters(MeterRegistry registry) {
        this.registry = registry;
        replays = counter("replays", "Tabs that got what they had missed");
        reloads = counter("reloads", "Tabs that were told to reload");
        overflows = counter("overflows", "Tabs that were sent away because they did not read");
        changes = DistributionSummary.builder("parley.live.pass.changes")
                .description("Changes of a feed that went out together, to a section of the tabs").register(registry);
        delivery = Timer.builder("parley.live.delivery").description("From a commit until the last tab was written to")
                .publishPercentileHistogram().maximumExpectedValue(Duration.ofSeconds(10)).register(registry);
        KINDS.forEach(this::deliveries);
        KINDS.forEach(this::bytes);
    }

    void tabs(Set<Tab> tabs) {
        registry.gauge("parley.live.tabs", tabs, Set::size);
    }

    /** @param kind of what was sent: feed, replay or piece */
    void sent(String kind, int tabs, Payload payload) {
        deliveries(kind).increment(tabs);
        bytes(kind).increment((double) tabs * payload.length());
    }

    private Counter deliveries(String kind) {
        return registry.counter("parley.live.deliveries", "kind", kind);
    }

    private Counter bytes(String kind) {
        return registry.counter("parley.live.bytes", "kind", kind);
    }

    void passed(long changesDelivered) {
        changes.record(changesDelivered);
    }

    /** @param since when a commit told that something is new, by {@link System#nanoTime} */
    void delivered(long since) {
        delivery.record(Duration.ofNanos(System.nanoTime() - since));
    }

    void replayed() {
        replays.increment();
    }

    void reloaded() {
        reloads.increment();
    }

    void overflowed() {
        overflows.increment();
    }

    /** A live query was run. */
    void ran(String query) {
        query("runs", query).increment();
    }

    /** Its data had changed, so it was rendered. */
    void rendered(String query) {
        query("renders", query).increment();
    }

    /** Its HTML had changed, so it was sent to so many tabs. */
    void sentPiece(String query, int tabs) {
        query("sends", query).increment(tabs);
    }

    private Counter query(String what, String query) {
        return registry.counter("parley.live.query." + what, "query", query);
    }

    private Counter counter(String name, String description) {
        return Counter.builder("parley.live." + name).description(description).register(registry);
    }
}
