package parley;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody sees who starts Parley from the command line. */
class MainTest {

    private static final String FLIGHT_RECORDER = "jdk.jfr.internal.MetadataRepository ";

    private record Run(int exitCode, List<String> output, List<String> errors) {}

    @TempDir
    private Path folder;

    private String classPath = System.getProperty("java.class.path");

    @Test
    void aPortInUseIsSaidInOneLineThatNamesTheRemedy() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            var run = start(Map.of("PORT", "" + taken.getLocalPort(), "HOST", "127.0.0.1", "PARLEY_DATA", "here"));

            assertThat(run.errors()).containsExactly("Port " + taken.getLocalPort()
                    + " is in use. Stop the program that has it, or choose another with --port.");
            assertThat(run.output()).isEmpty();
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(folder.resolve("here/parley.mv.db")).exists();
        }
    }

    /** One of the addresses that are kept for examples: no machine has it. */
    @Test
    void anAddressOfAnotherMachineIsSaidInOneLine() throws Exception {
        var run = start(Map.of("PORT", "0", "HOST", "203.0.113.1", "PARLEY_DATA", "here"));

        assertThat(run.errors()).containsExactly(
                "Parley cannot listen on 203.0.113.1:0. Choose another address with --host and --port.");
        assertThat(run.exitCode()).isEqualTo(2);
    }

    @Test
    void aDatabaseThatCannotBeOpenedIsSaidInOneLine() throws Exception {
        Files.createFile(folder.resolve("file"));
        var run = start(Map.of("PORT", "0", "HOST", "127.0.0.1", "PARLEY_DATA", "file"));

        assertThat(run.errors()).singleElement().asString().startsWith("The database in file cannot be opened");
        assertThat(run.output()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(2);
    }

    @Test
    void devWithoutTheSourcesIsSaidInOneLine() throws Exception {
        var run = start(Map.of("PORT", "0", "HOST", "127.0.0.1", "PARLEY_DATA", "here", "PARLEY_DEV", "true"));

        assertThat(run.errors()).singleElement().asString().startsWith("With --dev the folders static and templates");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(folder.resolve("here")).doesNotExist();
    }

    @Test
    void whateverBreaksTheStartEndsTheProcess() throws Exception {
        classPath = Stream.of(classPath.split(File.pathSeparator)).filter(jar -> !jar.contains("webauthn4j"))
                .collect(Collectors.joining(File.pathSeparator));
        var run = start(Map.of("PORT", "0", "HOST", "127.0.0.1", "PARLEY_DATA", "here"));

        assertThat(run.errors()).anyMatch(line -> line.contains("com/webauthn4j"));
        assertThat(run.output()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void whatIsSetToNothingIsNotSet() throws Exception {
        var run = start(Map.of("PORT", "", "HOST", "203.0.113.1", "PARLEY_DATA", "here"));

        assertThat(run.errors()).singleElement().asString().startsWith("Parley cannot listen on 203.0.113.1:7070.");
    }

    /** To set Flight Recorder up takes a tenth of the start. */
    @Test
    void flightRecorderIsSetUpOnlyWhenItIsAskedFor() throws Exception {
        var asItIs = Map.of("PORT", "0", "HOST", "203.0.113.1", "PARLEY_DATA", "here");
        start(asItIs);
        assertThat(loaded()).contains("org.jdbi.v3.core.Jdbi ").doesNotContain(FLIGHT_RECORDER);

        var askedFor = new HashMap<>(asItIs);
        askedFor.put("JDK_JAVA_OPTIONS", "-Djfr.unsupported.vm=false");
        start(askedFor);
        assertThat(loaded()).contains(FLIGHT_RECORDER);
    }

    private String loaded() throws IOException {
        return Files.readString(folder.resolve("loaded"));
    }

    @Test
    void aWrongValueIsSaidInOneLine() throws Exception {
        var run = start(Map.of("PORT", "7070"), "--port", "seven");

        assertThat(run.errors()).singleElement().asString().contains("--port", "seven").endsWith("See --help.");
        assertThat(run.output()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void helpHelpsAndStartsNothing() throws Exception {
        var run = start(Map.of(), "--help");

        assertThat(run.output()).anyMatch(line -> line.contains("--port=PORT"))
                .anyMatch(line -> line.contains("--data"));
        assertThat(run.errors()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(folder.resolve("data")).doesNotExist();
    }

    private Run start(Map<String, String> environment, String... arguments) throws IOException, InterruptedException {
        Path output = folder.resolve("output");
        Path errors = folder.resolve("errors");
        var builder = new ProcessBuilder(Stream.concat(Stream.of(ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1", "-Xlog:class+load:file=loaded", "-cp", classPath,
                "parley.Main"),
                Stream.of(arguments)).toList()).directory(folder.toFile());
        builder.environment().keySet().removeAll(List.of("PORT", "HOST", "PARLEY_DATA", "PARLEY_DEV"));
        builder.environment().putAll(environment);
        var process = builder.redirectOutput(output.toFile()).redirectError(errors.toFile()).start();
        try {
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        return new Run(process.exitValue(), Files.readAllLines(output, UTF_8), Files.readAllLines(errors, UTF_8));
    }
}
