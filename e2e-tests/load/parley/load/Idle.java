package parley.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What a tab costs while nobody says anything. */
@Command(name = "idle", description = "Tabs that only listen: memory and CPU a tab.")
final class Idle extends Scenario {

    private static final Duration SETTLE = Duration.ofSeconds(5);

    @Option(names = "--on", split = ",", defaultValue = "parley", paramLabel = "SERVER",
            description = "One or more of parley, nchan, ws, socket.io, separated by commas. Default: ${DEFAULT-VALUE}")
    List<String> servers;

    @Option(names = "--tabs", split = ",", defaultValue = "10000",
            description = "One or more numbers. Default: ${DEFAULT-VALUE}")
    List<Integer> tabs;

    @Override
    List<Figures> run() {
        var runs = new ArrayList<Figures>();
        tabs.forEach(count -> servers.forEach(name -> runs.add(run(options.target(name), count))));
        return runs;
    }

    private Figures run(Target target, int count) {
        try (var server = target.start(); var crowd = new Crowd(target, server, 1, options.text)) {
            double before = memory(server);
            var opening = new Watch(crowd);
            crowd.open(count);
            opening.stop();
            crowd.loop().during(options.seconds < SETTLE.toSeconds() ? options.time() : SETTLE);
            double asItIs = server.memory() - before;
            double needed = memory(server) - before;
            var watch = new Watch(crowd);
            crowd.loop().during(options.time());
            watch.stop();
            crowd.settle();
            return new Figures().with("server", target.title()).with("tabs", count)
                    .with("RSS KiB a tab", asItIs * 1024 / count)
                    .with("RSS KiB a tab, garbage collected", needed * 1024 / count)
                    .with("CPU µs a tab and second", watch.serverCpu() * 1e6 / count / watch.seconds())
                    .with("opened/s", count / opening.seconds())
                    .with("CPU µs to open a tab", opening.serverCpu() * 1e6 / count)
                    .with(crowd.tally().faults);
        }
    }

    private static double memory(Server server) {
        server.collectGarbage();
        return server.memory();
    }
}
