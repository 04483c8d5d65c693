package parley.load;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** The process under load, with a folder of its own; or an address, of whose process nothing is known. */
final class Server implements AutoCloseable {

    /** How to start it on a port, with a folder for its data. */
    @FunctionalInterface
    interface Command {

        List<String> of(int port, Path folder);
    }

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);
    private static final double TICKS_A_SECOND = 100;
    private static final double PAGES_A_MEBIBYTE = 256;

    private final InetSocketAddress address;
    private final ProcessBuilder command;
    private final Path folder;
    private final Thread lastResort = new Thread(this::kill);
    private Process process;

    private Server(InetSocketAddress address, ProcessBuilder command, Path folder) {
        this.address = address;
        this.command = command;
        this.folder = folder;
    }

    static Server at(String site) {
        var uri = URI.create(site);
        return new Server(new InetSocketAddress(uri.getHost(), uri.getPort() < 0 ? 80 : uri.getPort()), null, null);
    }

    static Server start(String title, Command command) {
        try {
            var folder = Files.createTempDirectory("parley-load-");
            int port = freePort();
            var log = new File("target/load-" + title + ".log");
            var builder = new ProcessBuilder(command.of(port, folder)).redirectErrorStream(true).redirectOutput(log);
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            var server = new Server(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), builder, folder);
            Runtime.getRuntime().addShutdownHook(server.lastResort);
            server.startAgain().join();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (CompletionException e) {
            throw new IllegalStateException("%s did not start: see target/load-%s.log".formatted(title, title), e);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** With the same data. Completes when it answers. */
    CompletableFuture<Void> startAgain() {
        try {
            process = command.start();
            return CompletableFuture.runAsync(this::awaitPort, Thread::startVirtualThread);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitPort() {
        long end = System.nanoTime() + PATIENCE;
        while (process.isAlive() && System.nanoTime() < end) {
            try (var socket = new Socket()) {
                socket.connect(address);
                return;
            } catch (IOException notYet) {
                pause();
            }
        }
        throw new IllegalStateException("It does not listen on " + address);
    }

    private static void pause() {
        try {
            Thread.sleep(5);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    InetSocketAddress address() {
        return address;
    }

    boolean isOurs() {
        return command != null;
    }

    /** {@code kill -9}. */
    void kill() {
        if (process != null) {
            processes().forEach(ProcessHandle::destroyForcibly);
            process.onExit().join();
        }
    }

    /** Seconds of CPU that it has used since it was started. */
    double cpu() {
        return sum(stat -> (Double.parseDouble(stat[11]) + Double.parseDouble(stat[12])) / TICKS_A_SECOND);
    }

    /** Resident memory in MiB. */
    double memory() {
        return sum(stat -> Double.parseDouble(stat[21]) / PAGES_A_MEBIBYTE);
    }

    /** Of the fields of {@code /proc/…/stat} that follow the name: 11 and 12 are CPU in ticks, 21 is memory in pages. */
    private double sum(ToDoubleFunction<String[]> field) {
        if (process == null) {
            return Double.NaN;
        }
        return processes().map(Server::stat).mapToDouble(field).sum();
    }

    private Stream<ProcessHandle> processes() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants());
    }

    private static String[] stat(ProcessHandle process) {
        try {
            String line = Files.readString(Path.of("/proc", String.valueOf(process.pid()), "stat"));
            return line.substring(line.lastIndexOf(')') + 2).split(" ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets a JVM give back what is garbage, so that memory says what is needed. */
    void collectGarbage() {
        if (process == null || !isJvm()) {
            return;
        }
        try {
            var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
            new ProcessBuilder(jcmd, String.valueOf(process.pid()), "GC.run")
                    .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean isJvm() {
        return process.info().command().filter(command -> command.endsWith("java")).isPresent();
    }

    @Override
    public void close() {
        if (isOurs()) {
            kill();
            Runtime.getRuntime().removeShutdownHook(lastResort);
            delete(folder);
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
