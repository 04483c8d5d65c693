package parley.load;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What a message costs where there are many rooms. */
@Command(name = "rooms",
        description = "A message in a room with one tab: in a database with one room, with many, and with a tab in each of them.")
final class Rooms extends Scenario {

    @Option(names = "--rooms", defaultValue = "10000", description = "Default: ${DEFAULT-VALUE}")
    int rooms;

    @Option(names = "--rate", defaultValue = "200", description = "Messages a second. Default: ${DEFAULT-VALUE}")
    double rate;

    @Override
    List<Figures> run() {
        var parley = options.parley();
        var runs = new ArrayList<Figures>();
        try (var server = parley.start(); var crowd = new Crowd(parley, server, 1, options.text)) {
            crowd.open(1);
            crowd.speak(new Pace.InFlight(16), options.warmUp());
            runs.add(run("one room", crowd));
            crowd.build(rooms - 1);
            crowd.speakIn(1);
            runs.add(run("one of " + rooms + " rooms", crowd));
            crowd.openInEachRoom();
            runs.add(run("one of " + rooms + " rooms, a tab in each", crowd));
            crowd.speakIn(rooms);
            runs.add(run("all of " + rooms + " rooms, a tab in each", crowd));
        }
        return runs;
    }

    private Figures run(String where, Crowd crowd) {
        crowd.speak(new Pace.Rate(rate), options.warmUp());
        crowd.settle();
        var watch = new Watch(crowd);
        crowd.speak(new Pace.Rate(rate), options.time());
        watch.stop();
        crowd.settle();
        var untilDelivered = crowd.tally().untilDelivered;
        var figures = new Figures().with("messages in", where).with("pace", new Pace.Rate(rate))
                .with("CPU µs a message", watch.serverCpu() * 1e6 / watch.answered())
                .with("p50 ms", untilDelivered.percentile(50)).with("p99 ms", untilDelivered.percentile(99));
        return watch.cores(figures).with("RSS MiB", crowd.server().memory()).with(crowd.tally().faults);
    }
}
