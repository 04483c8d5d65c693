package parley;

import java.nio.file.Path;
import java.time.Duration;
import parley.session.Lifetime;
import parley.session.SessionIds;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The settings: each is a flag, and an environment variable behind it.
 *
 * @param port 0 takes a free one
 * @param host the address to listen on
 * @param data the folder of the embedded database
 * @param sessionIds who makes them
 * @param lifetime of sessions
 * @param behindProxy whom requests come from is what the proxy says of it
 * @param dev templates and static files are read from their folders on each request
 */
record Config(int port, String host, Path data, SessionIds sessionIds, Lifetime lifetime, boolean behindProxy,
        boolean dev) {

    /** What the command line is parsed into. */
    @Command(name = "parley", mixinStandardHelpOptions = true, version = "Parley 1.0", sortOptions = false,
            description = "A chat where every browser tab is somebody.")
    static final class Flags {

        @Option(names = "--port", paramLabel = "PORT", defaultValue = "${env:PORT:-7070}",
                description = "Port to listen on; 0 takes a free one. Environment: PORT. Default: 7070.")
        private int port;

        @Option(names = "--host", paramLabel = "ADDRESS", defaultValue = "${env:HOST:-0.0.0.0}",
                description = "Address to listen on; 127.0.0.1 is reached from this machine only. Environment: HOST. Default: 0.0.0.0.")
        private String host;

        @Option(names = "--data", paramLabel = "FOLDER", defaultValue = "${env:PARLEY_DATA:-data}",
                description = "Folder of the embedded database. Environment: PARLEY_DATA. Default: data.")
        private Path data;

        @Option(names = "--session-ids", paramLabel = "WHO", defaultValue = "${env:PARLEY_SESSION_IDS:-client}",
                description = "Who makes session IDs: client, or server, which refuses IDs that it did not issue. "
                        + "Environment: PARLEY_SESSION_IDS. Default: client.")
        private SessionIds sessionIds;

        @Option(names = "--session-idle", paramLabel = "DAYS", defaultValue = "${env:PARLEY_SESSION_IDLE:-30}",
                description = "A session ends when nothing was heard of it for so long. Environment: PARLEY_SESSION_IDLE. Default: 30.")
        private int idleDays;

        @Option(names = "--session-lifetime", paramLabel = "DAYS", defaultValue = "${env:PARLEY_SESSION_LIFETIME:-365}",
                description = "A session ends after so long in any case. Environment: PARLEY_SESSION_LIFETIME. Default: 365.")
        private int lifetimeDays;

        @Option(names = "--behind-proxy", defaultValue = "${env:PARLEY_BEHIND_PROXY:-false}",
                description = "A reverse proxy tells in X-Forwarded-For where requests come from. Environment: PARLEY_BEHIND_PROXY.")
        private boolean behindProxy;

        @Option(names = "--dev", defaultValue = "${env:PARLEY_DEV:-false}",
                description = "Read templates and static files from their folders, so that an edit shows on reload. Environment: PARLEY_DEV.")
        private boolean dev;

        CommandLine commandLine() {
            return new CommandLine(this).setCaseInsensitiveEnumValuesAllowed(true);
        }

        Config config() {
            if (port < 0 || port > 65_535) {
                throw new IllegalArgumentException("--port is " + port + ", but a port is a number from 0 to 65535.");
            }
            return new Config(port, host, data, sessionIds, lifetime(), behindProxy, dev);
        }

        private Lifetime lifetime() {
            if (idleDays < 1 || lifetimeDays < idleDays) {
                throw new IllegalArgumentException(
                        "--session-idle is " + idleDays + " and --session-lifetime " + lifetimeDays
                                + ", but the first is at least a day and the second not less than the first.");
            }
            return new Lifetime(Duration.ofDays(idleDays), Duration.ofDays(lifetimeDays));
        }
    }
}
