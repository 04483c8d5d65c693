package parley;

import io.javalin.http.Context;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;

/** What Parley and its JVM count, in the text format of Prometheus. */
final class Metrics implements AutoCloseable {

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private JvmGcMetrics garbage;

    MeterRegistry registry() {
        return registry;
    }

    void show(Context http) {
        bindJvm();
        http.contentType("text/plain; version=0.0.4; charset=utf-8").result(registry.scrape());
    }

    /** When somebody first looks at them: to set them up would take a twentieth of the start. */
    private synchronized void bindJvm() {
        if (garbage == null) {
            garbage = new JvmGcMetrics();
            List.of(new JvmMemoryMetrics(), new JvmThreadMetrics(), new ProcessorMetrics(), new FileDescriptorMetrics(),
                    new UptimeMetrics(), garbage).forEach(binder -> binder.bindTo(registry));
        }
    }

    @Override
    public synchronized void close() {
        if (garbage != null) {
            garbage.close();
        }
        registry.close();
    }
}
