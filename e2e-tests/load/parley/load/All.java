package parley.load;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Everything that docs/performance.md has figures of. */
@Command(name = "all", description = "Everything that docs/performance.md has figures of: takes about fifteen minutes.")
final class All implements Callable<Integer> {

    private static final List<String> LINES = List.of(
            "fan-out --on parley,nchan,ws,socket.io --tabs 1000,10000 --warm-up 15",
            "fan-out --on parley,nchan,ws --tabs 10000 --rate 5 --rounds 2",
            "fan-out --on parley,nchan --tabs 1000 --rate 50 --warm-up 15",
            "fan-out --on parley,nchan --tabs 2000,19000 --in-flight 1 --warm-up 8",
            "posts --warm-up 30 --seconds 20",
            "idle --on parley,nchan,ws,socket.io",
            "storm",
            "rooms",
            "slow",
            "churn");

    @Option(names = "--only", paramLabel = "SCENARIO", description = "Such as posts.")
    String only = "";

    @Override
    public Integer call() {
        return IntStream.range(0, LINES.size()).filter(i -> LINES.get(i).startsWith(only)).map(All::run).max()
                .orElse(0);
    }

    private static int run(int i) {
        System.out.printf("%n%s%n%n", LINES.get(i));
        return Load.commandLine()
                .execute("%s --json target/load-%02d.json".formatted(LINES.get(i), i + 1).split(" "));
    }
}
