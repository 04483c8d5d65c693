package parley.live;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Set;

/** What the live layer counts. A pass counts once, however many tabs it reaches. */
final class Meters {

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
                .description("Changes of a feed that one pass delivered together").register(registry);
        delivery = Timer.builder("parley.live.delivery").description("From a commit until the last tab was written to")
                .publishPercentileHistogram().maximumExpectedValue(Duration.ofSeconds(10)).register(registry);
    }

    void tabs(Set<Tab> tabs) {
        registry.gauge("parley.live.tabs", tabs, Set::size);
    }

    /** @param kind of channel: feed or piece */
    void sent(String kind, int tabs, Payload payload) {
        registry.counter("parley.live.deliveries", "kind", kind).increment(tabs);
        registry.counter("parley.live.bytes", "kind", kind).increment((double) tabs * payload.length());
    }

    void passed(long changesDelivered) {
        changes.record(changesDelivered);
    }

    void delivered(Duration sinceCommit) {
        delivery.record(sinceCommit);
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

    /** Rendered; and sent, if it had changed. The piece's name ends before a slash: rooms come and go, their number must not. */
    void rendered(String topic, boolean changed) {
        String piece = topic.split("/")[0];
        registry.counter("parley.live.piece.renders", "piece", piece).increment();
        if (changed) {
            registry.counter("parley.live.piece.sends", "piece", piece).increment();
        }
    }

    private Counter counter(String name, String description) {
        return Counter.builder("parley.live." + name).description(description).register(registry);
    }
}
