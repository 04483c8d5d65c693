package parley.load;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The figures of some runs, for people and for programs. */
record Report(String scenario, List<Figures> runs) {

    /** In Markdown. */
    String table() {
        var columns = new LinkedHashSet<String>();
        runs.forEach(run -> columns.addAll(run.values().keySet()));
        var lines = Stream.concat(
                Stream.of(line(columns, name -> name), line(columns, name -> "---")),
                runs.stream().map(run -> line(columns, run::cell)));
        return lines.collect(joining("\n"));
    }

    private static String line(LinkedHashSet<String> columns, Function<String, String> cell) {
        return columns.stream().map(cell).collect(joining(" | ", "| ", " |"));
    }

    void write(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, json());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String json() {
        return """
                {
                  "scenario": "%s",
                  "at": "%s",
                  "cores": %d,
                  "java": "%s",
                  "runs": [
                    %s
                  ]
                }
                """.formatted(scenario, Instant.now(), Runtime.getRuntime().availableProcessors(),
                Runtime.version(), runs.stream().map(Figures::json).collect(joining(",\n    ")));
    }
}
