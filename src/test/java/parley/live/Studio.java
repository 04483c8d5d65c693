package parley.live;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.jsoup.Jsoup;
import parley.Eventually;
import parley.LiveStream;
import parley.Wire;
import parley.page.Problem;

/** A server with nothing behind it but {@link Live}: a feed of numbers here, another elsewhere, and a piece that shows a word. */
final class Studio implements AutoCloseable {

    static final String EPOCH = "e";

    /** Whoever listens shows it, and it names them. */
    static final String OWNER = "x".repeat(43);

    private static final int SEND_BUFFER = 16 * 1024;

    /** So that a handful of tabs sits in several. */
    private static final int TABS_A_SECTION = 3;

    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final Live live;
    final Numbers numbers = new Numbers();
    final Numbers elsewhere = new Numbers();
    final AtomicInteger runs = new AtomicInteger();
    final AtomicInteger renders = new AtomicInteger();
    final AtomicInteger arrived = new AtomicInteger();
    final AtomicInteger left = new AtomicInteger();
    volatile String word = "first";
    private volatile CountDownLatch mayRender = new CountDownLatch(0);
    private volatile Runnable whileRendering = () -> {};

    /** Of every session, from the moment when it is set. */
    volatile boolean over;

    private boolean sentAway;

    private final Topic.Feed feed = new Topic.Feed("numbers", EPOCH, numbers);
    private final Topic.Feed other = new Topic.Feed("elsewhere", EPOCH, elsewhere);
    private final Topic.Piece<String> piece = new Topic.Piece<>("word", this::read, this::render);
    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);

    Studio() {
        this(Heartbeat.Pace.USUAL);
    }

    Studio(Heartbeat.Pace pace) {
        this(TABS_A_SECTION, pace);
    }

    Studio(int tabsASection, Heartbeat.Pace pace) {
        live = new Live(meters, tabsASection, pace);
        connector.setHost("127.0.0.1");
        connector.setAcceptedSendBufferSize(SEND_BUFFER);
        server.addConnector(connector);
        Handshake.install(server, "/in/{place}/live", live, this::open);
        try {
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private Subscription open(Door.Visitor visitor) {
        if (visitor.place().equals("nowhere")) {
            throw Problem.notFound("There is nothing here.");
        }
        var from = visitor.after() == null ? null : Cursor.of(visitor.after());
        return new Subscription(visitor.credential(), visitor.place().equals("elsewhere") ? other : feed, from,
                List.of(piece), () -> over, arrived::incrementAndGet, left::incrementAndGet);
    }

    private String read() {
        runs.incrementAndGet();
        return word;
    }

    private byte[] render(String shown) {
        byte[] html = ("<p>" + shown + "</p>").getBytes();
        renders.incrementAndGet();
        whileRendering.run();
        Eventually.passed(mayRender);
        return html;
    }

    void whileRendering(Runnable event) {
        whileRendering = event;
    }

    /** Whatever is rendered from now on takes until it is released. */
    void holdRender() {
        mayRender = new CountDownLatch(1);
    }

    void releaseRender() {
        mayRender.countDown();
    }

    /** One more number, told to everybody. */
    void count() {
        numbers.count();
        live.wake("numbers");
    }

    void countTo(long number) {
        numbers.countTo(number);
        live.wake("numbers");
    }

    void say(String newWord) {
        word = newWord;
        live.wakePiece("word");
    }

    /** A stream that begins with what comes next, once it listens. */
    LiveStream listen() {
        return stream("").upTo(0);
    }

    LiveStream listen(long after) {
        return stream("?after=" + EPOCH + ":" + after);
    }

    LiveStream listenElsewhere() {
        return LiveStream.open(at("/in/elsewhere/live"), OWNER).upTo(0);
    }

    LiveStream stream(String query) {
        return LiveStream.open(at("/in/here/live" + query), OWNER);
    }

    /** How often a section of the tabs was served. */
    long passes() {
        return meters.get("parley.live.pass.changes").summary().count();
    }

    /** A bare stream after its handshake. */
    Wire wire(int receiveBuffer) {
        var wire = Wire.to(at("/"), receiveBuffer).upgrade("/in/here/live",
                "Sec-WebSocket-Protocol: parley.1, session." + OWNER);
        if (!wire.head().startsWith("HTTP/1.1 101 ")) {
            throw new AssertionError("The stream was refused");
        }
        return wire;
    }

    static List<Long> numbers(LiveStream stream) {
        return stream.frames("feed").stream()
                .flatMap(frame -> Jsoup.parse(frame.html()).select("i").eachText().stream()).map(Long::valueOf)
                .toList();
    }

    static List<String> words(LiveStream stream) {
        return stream.frames("piece").stream().map(frame -> Jsoup.parse(frame.html()).text()).toList();
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + connector.getLocalPort()).resolve(path);
    }

    /** What a server does first that stops. */
    void sendEverybodyAway() {
        if (!sentAway) {
            sentAway = true;
            live.close();
        }
    }

    @Override
    public void close() {
        sendEverybodyAway();
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
