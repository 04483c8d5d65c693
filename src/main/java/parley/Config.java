package parley;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The settings: each is a flag, and an environment variable behind it.
 *
 * @param port 0 takes a free one
 * @param host the address to listen on
 * @param data the folder of the embedded database
 * @param dev templates and static files are read from their folders on each request
 */
record Config(int port, String host, Path data, boolean dev) {

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

        @Option(names = "--dev", defaultValue = "${env:PARLEY_DEV:-false}",
                description = "Read templates and static files from their folders, so that an edit shows on reload. Environment: PARLEY_DEV.")
        private boolean dev;

        Config config() {
            if (port < 0 || port > 65_535) {
                throw new IllegalArgumentException("--port is " + port + ", but a port is a number from 0 to 65535.");
            }
            return new Config(port, host, data, dev);
        }
    }
}
