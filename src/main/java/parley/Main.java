package parley;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import parley.database.DatabaseUnavailable;

/** Starts Parley from the command line. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        try {
            if (List.of(arguments).contains("--help")) {
                System.out.println(Setting.help());
            } else {
                start(Config.of(arguments));
            }
        } catch (IllegalArgumentException e) {
            refuse(e.getMessage() + " See --help.");
        } catch (DatabaseUnavailable | WebServer.AddressUnavailable e) {
            refuse(e.getMessage());
        } catch (RuntimeException | Error e) {
            fail(e);
        }
    }

    private static void start(Config config) {
        if (config.dev()) {
            requireSources();
        }
        leaveFlightRecorderAlone();
        var parley = new Parley(config, Main::storageFailed);
        Runtime.getRuntime().addShutdownHook(new Thread(parley::close, "stop"));
        if (config.dev()) {
            stopWithParent();
        }
        System.out.println("Parley is open at http://localhost:" + parley.port());
    }

    private static void requireSources() {
        if (!Files.isDirectory(Path.of("static")) || !Files.isDirectory(Path.of("templates"))) {
            throw new IllegalArgumentException(
                    "With --dev the folders static and templates are read, but they are not here. Start it where they are, or without.");
        }
    }

    /**
     * JDBI would tell Flight Recorder of its statements, and to set that up takes a tenth of the start. A recording that begins with the
     * JVM is made all the same; for one that begins later, somebody has set the property to false.
     */
    private static void leaveFlightRecorderAlone() {
        System.getProperties().putIfAbsent("jfr.unsupported.vm", "true");
    }

    /** A build tool that is ended by a signal would otherwise leave the port and the database taken. */
    private static void stopWithParent() {
        ProcessHandle.current().parent().ifPresent(parent -> parent.onExit().thenRun(() -> System.exit(0)));
    }

    /** Nothing can be promised any more. A supervisor starts Parley again, and the tabs come back by themselves. */
    private static void storageFailed() {
        System.err.println(
                "The database cannot write to its disk, so Parley stops. Nothing that was acknowledged is lost. "
                        + "Make room on the disk and start it again.");
        Thread.ofPlatform().start(() -> System.exit(1));
    }

    private static void refuse(String reason) {
        System.err.println(reason);
        System.exit(2);
    }

    /** What was opened before would keep the process, and the process the database. */
    private static void fail(Throwable e) {
        e.printStackTrace();
        System.exit(1);
    }
}
