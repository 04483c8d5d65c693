package parley.load;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Some tabs stop reading, then read again. */
@Command(name = "slow",
        description = "Some tabs stop reading: what the others notice, and whether the slow ones get what they missed.")
final class Slow extends Scenario {

    /** A tab that is farther behind is told to reload; here all are to come back from their cursors. */
    private static final int MOST_MESSAGES = 900;

    /** The kernel keeps some hundred KiB for a tab that does not read. */
    private static final int SHORTEST_TEXT = 2_000;

    @Option(names = "--tabs", defaultValue = "1000", description = "Default: ${DEFAULT-VALUE}")
    int tabs;

    @Option(names = "--share", defaultValue = "5", paramLabel = "PERCENT",
            description = "Who stop. Default: ${DEFAULT-VALUE}")
    double share;

    @Option(names = "--rate", defaultValue = "80", description = "Messages a second. Default: ${DEFAULT-VALUE}")
    double rate;

    @Override
    List<Figures> run() {
        var parley = options.parley();
        try (var server = parley.start();
                var crowd = new Crowd(parley, server, 1, Math.max(options.text, SHORTEST_TEXT))) {
            int slow = (int) (tabs * share / 100);
            crowd.open(tabs, slow);
            crowd.speak(new Pace.InFlight(8), options.warmUp());
            crowd.settle();
            var before = phase("all read", crowd);
            crowd.unsteady().forEach(Tab::stopReading);
            var during = phase(slow + " do not read", crowd);
            crowd.unsteady().forEach(Tab::readAgain);
            var after = phase("all read again", crowd);
            crowd.settle();
            after.with("slow tabs cut off", crowd.tally().reconnects).with(crowd.tally().faults);
            return new ArrayList<>(List.of(before, during, after));
        }
    }

    private Figures phase(String name, Crowd crowd) {
        var watch = new Watch(crowd);
        double most = 0;
        double seconds = Math.min(options.seconds, MOST_MESSAGES / rate);
        for (int part = 0; part < 10; part++) {
            crowd.speak(new Pace.Rate(rate), Options.duration(seconds / 10));
            most = Math.max(most, crowd.server().memory());
        }
        watch.stop();
        var untilDelivered = crowd.tally().untilDelivered;
        var figures = new Figures().with("tabs", tabs).with("when", name).with("pace", new Pace.Rate(rate))
                .with("p50 ms", untilDelivered.percentile(50)).with("p99 ms", untilDelivered.percentile(99))
                .with("highest RSS MiB", most);
        return watch.cores(figures);
    }
}
