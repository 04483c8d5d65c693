package parley;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The whole application on a free port, with a database of its own. The tests of a class share it, each in its own room. */
public final class RunningParley implements BeforeAllCallback, AfterAllCallback {

    private final AtomicInteger rooms = new AtomicInteger();
    private final CountDownLatch storageFailed = new CountDownLatch(1);
    private final List<String> flags;
    private Path data;
    private Parley parley;

    /** @param flags of the command line, besides those for the port and the data */
    public RunningParley(String... flags) {
        this.flags = List.of(flags);
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        data = Files.createTempDirectory("parley");
        start();
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        stop();
        try (var files = Files.walk(data)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(file -> file.delete());
        }
    }

    public void start() {
        var line = new ArrayList<>(List.of("--port", "0", "--host", "127.0.0.1", "--data", data.toString()));
        line.addAll(flags);
        parley = new Parley(Config.of(line.toArray(String[]::new)), storageFailed::countDown);
    }

    public void stop() {
        parley.close();
    }

    public URI at(String path) {
        return URI.create("http://127.0.0.1:" + parley.port()).resolve(path);
    }

    /** Somebody new. */
    public Visitor visitor() {
        return new Visitor(this);
    }

    /** The slug of a new, empty room. */
    public String room() {
        return visitor().make("Room " + rooms.incrementAndGet());
    }

    /** The newest 50 messages of a room. */
    public List<String> said(String room) {
        return visitor().get("/rooms/" + room + "/feed").is(200).texts();
    }

    public Path data() {
        return data;
    }

    /** Counted down when the application was told that its disk takes nothing more. */
    public CountDownLatch storageFailed() {
        return storageFailed;
    }

    static String encode(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
