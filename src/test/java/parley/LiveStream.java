package parley;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** A tab's stream, and all that came through it. */
public final class LiveStream implements WebSocket.Listener, AutoCloseable {

    /** One frame: a line that says what it is, then HTML. */
    public record Frame(String word, String cursor, String html) {

        static Frame of(String text) {
            int end = text.indexOf('\n');
            String[] line = text.substring(0, end).split(" ");
            return new Frame(line[0], line.length > 1 ? line[1] : "", text.substring(end + 1));
        }

        public long revision() {
            return Long.parseLong(cursor.substring(cursor.indexOf(':') + 1));
        }
    }

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final StringBuilder text = new StringBuilder();
    private final List<Frame> frames = new ArrayList<>();
    private WebSocket socket;
    private int closeCode = -1;

    private LiveStream() {}

    public static LiveStream open(URI address, String secret) {
        var stream = new LiveStream();
        stream.socket = HTTP.newWebSocketBuilder().subprotocols("parley.1", "session." + secret)
                .buildAsync(URI.create(address.toString().replaceFirst("^http", "ws")), stream).join();
        return stream;
    }

    /** Waits until the feed has come to the revision. */
    public LiveStream upTo(long revision) {
        await("be at revision " + revision, () -> revision() >= revision);
        return this;
    }

    /** Waits until a piece came that holds the words. */
    public LiveStream seesPiece(String words) {
        await("get a piece with «" + words + "»",
                () -> of("piece").anyMatch(piece -> Jsoup.parse(piece.html()).text().contains(words)));
        return this;
    }

    /** Waits until a piece of that ID came that holds the words, and tells all of it. */
    public String piece(String id, String words) {
        await("get the piece " + id + " with " + words, () -> pieces(id, words).findAny().isPresent());
        return pieces(id, words).findAny().orElseThrow();
    }

    private Stream<String> pieces(String id, String words) {
        return of("piece").map(Frame::html).filter(html -> html.contains("id=\"" + id + "\"") && html.contains(words));
    }

    /** Waits until it is told to load the page anew, which also ends it. */
    public LiveStream isToldToReload() {
        assertThat(closeCode()).isEqualTo(4410);
        assertThat(of("reload")).hasSize(1);
        assertThat(of("feed")).isEmpty();
        return this;
    }

    /** Waits until the server ends the stream. */
    public int closeCode() {
        await("be closed", () -> closeCode != -1);
        return closeCode;
    }

    public synchronized boolean isOpen() {
        return closeCode == -1;
    }

    public synchronized long revision() {
        return of("feed").reduce((before, last) -> last).map(Frame::revision).orElse(-1L);
    }

    public synchronized List<Frame> frames() {
        return List.copyOf(frames);
    }

    public synchronized List<Frame> frames(String word) {
        return of(word).toList();
    }

    /** The messages in the order in which they came. */
    public List<String> texts() {
        return frames("feed").stream().flatMap(frame -> Jsoup.parse(frame.html()).select(".message .body").stream())
                .map(Element::wholeText).toList();
    }

    /** The renamings in the order in which they came. */
    public List<String> names() {
        return frames("feed").stream()
                .flatMap(frame -> Jsoup.parse(frame.html()).select("body > [data-name-of]").stream())
                .map(Element::wholeText).toList();
    }

    public LiveStream send(String words) {
        socket.sendText(words, true).join();
        return this;
    }

    public LiveStream send(byte... bytes) {
        socket.sendBinary(ByteBuffer.wrap(bytes), true).join();
        return this;
    }

    @Override
    public void close() {
        socket.abort();
    }

    @Override
    public synchronized CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
        text.append(part);
        if (last) {
            frames.add(Frame.of(text.toString()));
            text.setLength(0);
            notifyAll();
        }
        socket.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
        ended(code);
        return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable cause) {
        ended(1006);
    }

    private synchronized void ended(int code) {
        closeCode = code;
        notifyAll();
    }

    private Stream<Frame> of(String word) {
        return frames.stream().filter(frame -> frame.word().equals(word));
    }

    private synchronized void await(String what, BooleanSupplier condition) {
        var deadline = Instant.now().plus(PATIENCE);
        while (!condition.getAsBoolean()) {
            long left = Duration.between(Instant.now(), deadline).toMillis();
            assertThat(left).as("milliseconds left to " + what + ", having got " + frames).isPositive();
            try {
                wait(left);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
