package parley.e2e.faults;

import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.LockSupport;
import org.jsoup.Jsoup;
import parley.e2e.vocabulary.Room;
import parley.e2e.vocabulary.Visitor;

/** A tab without a browser: opens the page, listens to the stream from its cursor, comes back when that breaks off. */
final class Follower implements WebSocket.Listener, AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final int RELOAD = 4410;
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Room room;
    private final Visitor visitor;
    private final Transcript shown = new Transcript();
    private final StringBuilder frame = new StringBuilder();
    private volatile String cursor;
    private volatile int connections;
    private volatile WebSocket stream;
    private volatile boolean closed;

    Follower(Room room) {
        this.room = room;
        this.visitor = room.newVisitor();
    }

    Follower open() {
        var page = Jsoup.parse(visitor.get(room.path()).body()).getElementById("messages");
        shown.clear();
        shown.add(page.html());
        cursor = page.attr("data-cursor");
        listen();
        return this;
    }

    Transcript shown() {
        return shown;
    }

    int connections() {
        return connections;
    }

    @Override
    public CompletionStage<?> onText(WebSocket stream, CharSequence part, boolean last) {
        frame.append(part);
        if (last) {
            receive(frame.toString());
            frame.setLength(0);
        }
        stream.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket stream, int code, String reason) {
        again(code == RELOAD ? this::open : this::listen);
        return null;
    }

    @Override
    public void onError(WebSocket stream, Throwable error) {
        again(this::listen);
    }

    @Override
    public void close() {
        closed = true;
        stream.abort();
    }

    private void receive(String frame) {
        var head = List.of(frame.substring(0, frame.indexOf('\n')).split(" "));
        if (head.getFirst().equals("feed")) {
            shown.add(frame.substring(frame.indexOf('\n') + 1));
            cursor = head.getLast();
        }
    }

    /** However long it takes. */
    private void again(Runnable attempt) {
        Thread.ofVirtual().start(() -> {
            frame.setLength(0);
            while (!closed) {
                try {
                    attempt.run();
                    return;
                } catch (CompletionException | UncheckedIOException notYet) {
                    LockSupport.parkNanos(PAUSE.toNanos());
                }
            }
        });
    }

    private void listen() {
        stream = HTTP.newWebSocketBuilder()
                .header("Origin", room.site().toString())
                .subprotocols("parley.1", "session." + visitor.sessionId())
                .buildAsync(address(), this)
                .join();
        connections++;
    }

    private URI address() {
        return URI.create(room.site().toString().replaceFirst("^http", "ws") + room.path() + "/live?after=" + cursor);
    }
}
