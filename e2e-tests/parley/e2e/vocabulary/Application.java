package parley.e2e.vocabulary;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** The packaged application as people run it: its own process, on a free port, with a data folder of its own. */
public final class Application implements AutoCloseable {

    private final int port = freePort();
    private final Path data = temporaryFolder();
    private final Queue<String> log = new ConcurrentLinkedQueue<>();
    private final Thread lastResort = new Thread(this::kill);
    private final List<String> flags;
    private Process process;

    private Application(List<String> flags) {
        this.flags = flags;
        Runtime.getRuntime().addShutdownHook(lastResort);
    }

    public static Application start(String... flags) {
        var application = new Application(List.of(flags));
        try {
            return application.startAgain();
        } catch (RuntimeException failed) {
            application.close();
            throw failed;
        }
    }

    public URI address() {
        return URI.create("http://localhost:" + port);
    }

    /** On the same port, with the same data. */
    public Application startAgain() {
        try {
            var command = new ArrayList<>(List.of("sh", launcher(), "--port", Integer.toString(port), "--data",
                    data.toString()));
            command.addAll(flags);
            var builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            builder.environment().put("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1");
            process = builder.start();
            awaitAddress(process.inputReader());
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As Ctrl-C does, or a system that shuts down. */
    public Application stop() {
        process.destroy();
        return awaitEnd();
    }

    /** {@code kill -9}. */
    public Application kill() {
        process.destroyForcibly();
        return awaitEnd();
    }

    public Application restart() {
        return stop().startAgain();
    }

    /** While it is stopped: it begins anew. */
    public Application wipe() throws IOException {
        try (var files = Files.list(data)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
        return this;
    }

    /** Everything the application has printed, over all its restarts. */
    public String log() {
        return String.join("\n", log);
    }

    public Path data() {
        return data;
    }

    public int exitCode() {
        return process.exitValue();
    }

    @Override
    public void close() {
        if (process != null) {
            kill();
        }
        delete(data);
        Runtime.getRuntime().removeShutdownHook(lastResort);
    }

    /** Reads on a platform thread: a virtual one would keep its carrier as long as the application lives, and there are few. */
    private void awaitAddress(BufferedReader output) {
        var started = new CompletableFuture<Void>();
        Thread.ofPlatform().daemon().start(() -> {
            try (output) {
                output.lines().peek(log::add).filter(line -> line.contains(address().toString()))
                        .forEach(_ -> started.complete(null));
            } catch (UncheckedIOException | IOException killed) {
                // A killed process breaks its pipe.
            }
            started.completeExceptionally(new IllegalStateException("the application ended"));
        });
        try {
            started.get(30, SECONDS);
        } catch (ExecutionException | TimeoutException | InterruptedException e) {
            throw new IllegalStateException("The application did not start. It said:\n" + log(), e);
        }
    }

    private Application awaitEnd() {
        try {
            if (!process.waitFor(20, SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("The application did not stop within 20 s. It said:\n" + log());
            }
            return this;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String launcher() {
        var launcher = Path.of(System.getProperty("basedir", "."), "target", "parley").toAbsolutePath();
        if (!Files.exists(launcher)) {
            throw new IllegalStateException(launcher + " is missing: ./mvnw package -DskipTests makes it");
        }
        return launcher.toString();
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("parley-e2e-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (var paths = Files.walk(folder)) {
            paths.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
