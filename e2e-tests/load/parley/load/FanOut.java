package parley.load;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** One message to every tab. */
@Command(name = "fan-out", description = "Tabs in one room, or some rooms; Parley and its peers.")
final class FanOut extends Scenario {

    private static final double SETTLE_SECONDS = 2;

    @Option(names = "--on", split = ",", defaultValue = "parley", paramLabel = "SERVER",
            description = "One or more of parley, nchan, ws, socket.io, separated by commas. Default: ${DEFAULT-VALUE}")
    List<String> servers;

    @Option(names = "--tabs", split = ",", defaultValue = "1000",
            description = "One or more numbers. Default: ${DEFAULT-VALUE}")
    List<Integer> tabs;

    @Option(names = "--rooms", defaultValue = "1", description = "Default: ${DEFAULT-VALUE}")
    int rooms;

    @Option(names = "--rate", description = "Messages a second. Default: as many as go")
    Double rate;

    @Option(names = "--in-flight", paramLabel = "MESSAGES", defaultValue = "64",
            description = "Without a rate: how many may be not yet delivered to everybody. Default: ${DEFAULT-VALUE}")
    int inFlight;

    @Option(names = "--rounds", defaultValue = "1",
            description = "How often, each with a fresh server. Default: ${DEFAULT-VALUE}")
    int rounds;

    @Override
    List<Figures> run() {
        var runs = new ArrayList<Figures>();
        for (int count : tabs) {
            for (int round = 0; round < rounds; round++) {
                var order = round % 2 == 0 ? servers : servers.reversed();
                order.forEach(name -> runs.add(run(options.target(name), count)));
            }
        }
        return runs;
    }

    private Figures run(Target target, int tabs) {
        try (var server = target.start(); var crowd = new Crowd(target, server, rooms, options.text)) {
            crowd.open(tabs);
            crowd.loop().during(Options.duration(Math.min(SETTLE_SECONDS, options.seconds)));
            crowd.speak(new Pace.InFlight(inFlight), options.warmUp());
            crowd.settle();
            var watch = new Watch(crowd);
            crowd.speak(pace(), options.time());
            watch.stop();
            crowd.settle();
            return figures(target, tabs, crowd, watch);
        }
    }

    private Pace pace() {
        return rate == null ? new Pace.InFlight(inFlight) : new Pace.Rate(rate);
    }

    private Figures figures(Target target, int tabs, Crowd crowd, Watch watch) {
        var untilDelivered = crowd.tally().untilDelivered;
        var figures = new Figures().with("server", target.title()).with("tabs", tabs).with("pace", pace())
                .with("deliveries/s", watch.delivered() / watch.seconds())
                .with("CPU µs a delivery", watch.serverCpu() * 1e6 / watch.delivered())
                .with("p50 ms", untilDelivered.percentile(50)).with("p99 ms", untilDelivered.percentile(99))
                .with("to last tab p99 ms", watch.untilLast().percentile(99))
                .with("bytes a delivery", watch.bytesEach());
        return watch.cores(figures).with("RSS MiB", crowd.server().memory()).with(crowd.tally().faults);
    }
}
