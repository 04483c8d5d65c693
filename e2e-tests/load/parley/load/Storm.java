package parley.load;

import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Everybody comes back at once. */
@Command(name = "storm",
        description = "The application is killed while people talk, and started again: all tabs come back from their cursors.")
final class Storm extends Scenario {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @Option(names = "--tabs", defaultValue = "10000", description = "Default: ${DEFAULT-VALUE}")
    int tabs;

    @Option(names = "--rooms", defaultValue = "1", description = "Default: ${DEFAULT-VALUE}")
    int rooms;

    @Option(names = "--rate", defaultValue = "10",
            description = "Messages a second, before and after. Default: ${DEFAULT-VALUE}")
    double rate;

    @Override
    List<Figures> run() {
        var parley = new Parley(null);
        try (var server = parley.start(); var crowd = new Crowd(parley, server, rooms, options.text)) {
            crowd.open(tabs);
            crowd.speak(new Pace.Rate(rate), options.time());
            crowd.tabs().forEach(Tab::unsteady);
            long killed = System.nanoTime();
            server.kill();
            var ready = server.startAgain();
            crowd.speak(new Pace.Rate(rate), ready::isDone);
            ready.join();
            long started = System.nanoTime();
            double all = secondsUntilEverybodyIsBack(crowd, started);
            double cpu = server.cpu();
            crowd.speak(new Pace.Rate(rate), Duration.ofSeconds(1));
            crowd.settle();
            return List.of(new Figures().with("tabs", tabs).with("rooms", rooms)
                    .with("messages", crowd.messages().count())
                    .with("killed until started s", (started - killed) / 1e9)
                    .with("started until all are back and caught up s", all)
                    .with("CPU s by then", cpu)
                    .with("reads", reads(server))
                    .with("replays", metric(server, "parley_live_replays_total"))
                    .with("RSS MiB", server.memory())
                    .with(crowd.tally().faults));
        }
    }

    private double secondsUntilEverybodyIsBack(Crowd crowd, long started) {
        long patience = started + PATIENCE.toNanos();
        crowd.speak(new Pace.Rate(rate), () -> crowd.everybodyIsLive() || System.nanoTime() > patience);
        crowd.loop().until(PATIENCE, () -> crowd.tabs().stream().allMatch(Tab::isCaughtUp));
        return (System.nanoTime() - started) / 1e9;
    }

    /** Read transactions since the start: each takes a connection from the pool. */
    private static double reads(Server server) {
        return metric(server, "hikaricp_connections_usage_seconds_count");
    }

    private static double metric(Server server, String name) {
        try (var site = new Site(server.address())) {
            return site.metric(name);
        }
    }
}
