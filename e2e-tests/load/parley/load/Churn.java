package parley.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Some tabs come and go all the time. */
@Command(name = "churn", description = "Some tabs leave and come back from their cursors, over and over.")
final class Churn extends Scenario {

    private static final Duration STAY = Duration.ofSeconds(1);

    @Option(names = "--tabs", defaultValue = "1000", description = "Default: ${DEFAULT-VALUE}")
    int tabs;

    @Option(names = "--share", defaultValue = "10", paramLabel = "PERCENT",
            description = "Who come and go. Default: ${DEFAULT-VALUE}")
    double share;

    @Option(names = "--rate", defaultValue = "50", description = "Messages a second. Default: ${DEFAULT-VALUE}")
    double rate;

    private boolean enough;

    @Override
    List<Figures> run() {
        var parley = options.parley();
        try (var server = parley.start(); var crowd = new Crowd(parley, server, 1, options.text)) {
            int restless = (int) (tabs * share / 100);
            crowd.open(tabs, restless);
            crowd.speak(new Pace.InFlight(8), options.warmUp());
            crowd.settle();
            var before = phase("all stay", crowd);
            enough = false;
            crowd.unsteady().forEach(tab -> comeAndGo(crowd, tab));
            var during = phase(restless + " come and go", crowd);
            enough = true;
            crowd.settle();
            during.with("reconnects/s", crowd.tally().reconnects / options.seconds).with(crowd.tally().faults);
            return new ArrayList<>(List.of(before, during));
        }
    }

    /** Each on average once in {@link #STAY}. */
    private void comeAndGo(Crowd crowd, Tab tab) {
        crowd.loop().after(Duration.ofNanos((long) (2 * STAY.toNanos() * crowd.random().nextDouble())), () -> {
            if (!enough) {
                tab.reconnect();
                comeAndGo(crowd, tab);
            }
        });
    }

    private Figures phase(String name, Crowd crowd) {
        var watch = new Watch(crowd);
        crowd.speak(new Pace.Rate(rate), options.time());
        watch.stop();
        var untilDelivered = crowd.tally().untilDelivered;
        var figures = new Figures().with("tabs", tabs).with("when", name).with("pace", new Pace.Rate(rate))
                .with("CPU µs a delivery", watch.serverCpu() * 1e6 / watch.delivered())
                .with("p50 ms", untilDelivered.percentile(50)).with("p99 ms", untilDelivered.percentile(99));
        return watch.cores(figures);
    }
}
