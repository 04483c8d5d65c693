import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * Makes what the packaged application starts faster with.
 *
 * <p>An empty database, which goes into its jar. And a cache, {@code parley.aot}: the application is started, visited as somebody would,
 * and stopped; the JVM watches, and keeps what it learned about loading and linking. Not what it learned about the use of methods: with
 * that, it would optimize them at once, which costs a tenth of the start.
 *
 * <p>Argument: the folder of the package.
 */
class Rehearsal {

    private static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final String SESSION = "rehearsal".repeat(6);
    private static final String OPEN = "Parley is open at ";
    private static final String FORM = "application/x-www-form-urlencoded";

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI site;

    private Rehearsal(URI site) {
        this.site = site;
    }

    public static void main(String... arguments) throws IOException, InterruptedException {
        Path home = Path.of(arguments[0]).toAbsolutePath();
        addEmptyDatabase(home.resolve("parley.jar"));
        Path data = Files.createTempDirectory("parley-rehearsal");
        Process parley = start(home, data);
        try (var output = parley.inputReader()) {
            new Rehearsal(site(output)).visit();
            parley.toHandle().destroy();
            output.lines().forEach(ignored -> {});
        }
        if (!parley.waitFor(2, TimeUnit.MINUTES) || !Files.exists(home.resolve("parley.aot"))) {
            throw new IllegalStateException("The rehearsal made no parley.aot.");
        }
        delete(data);
    }

    private static void addEmptyDatabase(Path jar) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("parley-empty");
        Process making = new ProcessBuilder(JAVA, "-cp", jar.toString(), "parley.database.EmptyDatabase",
                folder.toString()).inheritIO().start();
        if (making.waitFor() != 0) {
            throw new IllegalStateException("The empty database was not made.");
        }
        try (var files = FileSystems.newFileSystem(jar)) {
            Files.copy(folder.resolve("parley.mv.db"), files.getPath("db", "empty.mv.db"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        delete(folder);
    }

    private static Process start(Path home, Path data) throws IOException {
        return new ProcessBuilder(JAVA, "-XX:+UnlockDiagnosticVMOptions", "-XX:+IgnoreUnrecognizedVMOptions",
                "-XX:-AOTRecordTraining", "-XX:AOTCacheOutput=" + home.resolve("parley.aot"),
                "@" + home.resolve("jvm.options"), "-jar", home.resolve("parley.jar").toString(), "--port", "0",
                "--host", "127.0.0.1", "--data", data.toString())
                .redirectErrorStream(true).start();
    }

    /** The JVM may have something to say before. */
    private static URI site(BufferedReader output) {
        return output.lines().filter(line -> line.startsWith(OPEN)).findFirst()
                .map(line -> URI.create(line.substring(OPEN.length())))
                .orElseThrow(() -> new IllegalStateException("Parley did not start."));
    }

    private void visit() throws IOException, InterruptedException {
        var tab = http.newWebSocketBuilder().subprotocols("parley.1", "session." + SESSION)
                .buildAsync(URI.create("ws" + site.toString().substring(4) + "/rooms/general/live"),
                        new WebSocket.Listener() {
                        })
                .join();
        for (int round = 0; round < 20; round++) {
            send(request("/rooms/general").GET());
            send(request("/rooms/general/session").GET());
            send(request("/rooms/general/messages").header("Content-Type", FORM)
                    .POST(BodyPublishers.ofString("body=Hello&key=" + UUID.randomUUID())));
        }
        tab.abort();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(site.resolve(path)).header("Session-Id", SESSION);
    }

    private void send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = http.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() >= 400) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        }
    }
}
