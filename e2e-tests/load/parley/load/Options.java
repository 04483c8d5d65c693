package parley.load;

import java.nio.file.Path;
import java.time.Duration;
import picocli.CommandLine.Option;

/** What all scenarios have in common. */
final class Options {

    @Option(names = "--site", paramLabel = "URL",
            description = "A Parley that runs already; nothing is known of its CPU and memory then. Default: start the packaged one, with a fresh database.")
    String site;

    @Option(names = "--seconds", defaultValue = "10", description = "How long to measure. Default: ${DEFAULT-VALUE}")
    double seconds;

    @Option(names = "--warm-up", paramLabel = "SECONDS", defaultValue = "5",
            description = "How long to post before, so that the JVM compiles what it runs often. Default: ${DEFAULT-VALUE}")
    double warmUp;

    @Option(names = "--text", paramLabel = "LENGTH", defaultValue = "100",
            description = "Length of each message's text. Default: ${DEFAULT-VALUE}")
    int text;

    @Option(names = "--json", paramLabel = "FILE",
            description = "Where to write the figures. Default: target/load-SCENARIO.json")
    Path json;

    Duration time() {
        return duration(seconds);
    }

    Duration warmUp() {
        return duration(warmUp);
    }

    Parley parley() {
        return new Parley(site);
    }

    Target target(String name) {
        return name.equals(parley().title()) ? parley() : Peer.of(name);
    }

    static Duration duration(double seconds) {
        return Duration.ofNanos((long) (seconds * 1e9));
    }
}
