package parley.load;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How many messages a second are stored. */
@Command(name = "posts", description = "Posters without tabs: messages a second that are acknowledged, hence on disk.")
final class Posts extends Scenario {

    @Option(names = "--rooms", defaultValue = "16", description = "Default: ${DEFAULT-VALUE}")
    int rooms;

    @Option(names = "--in-flight", paramLabel = "MESSAGES", defaultValue = "64",
            description = "Each of another poster; at most 64. Default: ${DEFAULT-VALUE}")
    int inFlight;

    @Override
    List<Figures> run() {
        var parley = options.parley();
        try (var server = parley.start(); var crowd = new Crowd(parley, server, rooms, options.text)) {
            crowd.speak(new Pace.InFlight(inFlight), options.warmUp());
            crowd.settle();
            var watch = new Watch(crowd);
            crowd.speak(new Pace.InFlight(inFlight), options.time());
            watch.stop();
            crowd.settle();
            return List.of(figures(crowd, watch));
        }
    }

    private Figures figures(Crowd crowd, Watch watch) {
        var untilAnswered = crowd.tally().untilAnswered;
        var figures = new Figures().with("rooms", rooms).with("posts in flight", inFlight)
                .with("posts/s", watch.answered() / watch.seconds())
                .with("CPU µs a post", watch.serverCpu() * 1e6 / watch.answered())
                .with("p50 ms", untilAnswered.percentile(50)).with("p99 ms", untilAnswered.percentile(99));
        return watch.cores(figures).with("RSS MiB", crowd.server().memory()).with(crowd.tally().faults);
    }
}
