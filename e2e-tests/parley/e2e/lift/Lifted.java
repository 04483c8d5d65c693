package parley.e2e.lift;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** The example in docs/lift, made into an application of its own: with what it lifts out of Parley, and nothing else of it. */
final class Lifted implements AutoCloseable {

    private static final Path EXAMPLE = Path.of("docs", "lift");
    private static final Path PARLEY = Path.of("src", "main", "java", "parley");
    private static final Path STATIC = Path.of("static");
    private static final Pattern IMPORT = Pattern.compile("(?m)^(?:import|export) .*'\\./([\\w-]+\\.js)'");

    private final Path folder = temporaryFolder();
    private final int port = freePort();
    private Process process;

    static Lifted start() throws IOException, InterruptedException {
        var lifted = new Lifted();
        lifted.copyPage();
        lifted.compile();
        lifted.run();
        return lifted;
    }

    URI address() {
        return URI.create("http://localhost:" + port);
    }

    private void copyPage() throws IOException {
        Files.createDirectories(folder.resolve("static"));
        Files.createDirectories(folder.resolve("classes/db/migration"));
        Files.copy(EXAMPLE.resolve("index.html"), folder.resolve("static/index.html"));
        Files.copy(EXAMPLE.resolve("V1__notes.sql"), folder.resolve("classes/db/migration/V1__notes.sql"));
        copyScript(EXAMPLE, "notes.js");
    }

    /** With the modules that it imports. */
    private void copyScript(Path from, String name) throws IOException {
        var copy = folder.resolve("static").resolve(name);
        if (Files.exists(copy)) {
            return;
        }
        Files.copy(from.resolve(name), copy);
        for (var imported : IMPORT.matcher(Files.readString(copy)).results().toList()) {
            copyScript(STATIC, imported.group(1));
        }
    }

    private void compile() throws IOException {
        var arguments = new ArrayList<>(List.of("-d", folder.resolve("classes").toString(), "-cp", libraries()));
        sources().map(Path::toString).forEach(arguments::add);
        int result = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
        if (result != 0) {
            throw new AssertionError("docs/lift does not compile");
        }
    }

    private static Stream<Path> sources() throws IOException {
        return Stream.of(Stream.of(EXAMPLE.resolve("Notes.java"), PARLEY.resolve("page/Problem.java")),
                Files.list(PARLEY.resolve("database")), Files.list(PARLEY.resolve("session")))
                .flatMap(files -> files).filter(file -> file.toString().endsWith(".java"));
    }

    private void run() throws IOException, InterruptedException {
        process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                folder.resolve("classes") + ":" + libraries(), "Notes", String.valueOf(port))
                .directory(folder.toFile()).redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile())
                .start();
        while (!answers()) {
            if (!process.isAlive()) {
                throw new AssertionError("docs/lift does not start:\n" + Files.readString(folder.resolve("log")));
            }
            Thread.sleep(50);
        }
    }

    private boolean answers() {
        try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static String libraries() {
        try (var files = Files.list(Path.of("target", "lib").toAbsolutePath())) {
            return files.map(Path::toString).collect(joining(":"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        process.destroyForcibly().waitFor();
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        }
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("lifted");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
