package parley.load;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Other servers that hand what is posted to everybody who listens. They neither store nor render, and have no cursors. */
enum Peer implements Target {

    NCHAN("nchan", "GET /ws/"),
    WS("ws", "GET /ws/"),
    SOCKET_IO("socket.io", "GET /socket.io/?EIO=4&transport=websocket&room=");

    /** What Parley's template puts around a text: a peer gets as much to send. */
    private static final String MARKUP = "<i></i>".repeat(52);

    private final String title;
    private final String path;

    Peer(String title, String path) {
        this.title = title;
        this.path = path;
    }

    static Peer of(String title) {
        return Stream.of(values()).filter(peer -> peer.title.equals(title)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no " + title + ": choose parley, nchan, ws or socket.io."));
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public Server start() {
        String script = Path.of("e2e-tests/load/peers", title + ".sh").toString();
        return Server.start(title, (port, folder) -> List.of("sh", script, String.valueOf(port), folder.toString()));
    }

    @Override
    public List<Room> rooms(int count, Server server) {
        return IntStream.range(0, count).mapToObj(i -> new Room("room" + i, null)).toList();
    }

    @Override
    public String handshake(Room room, long revision, String session) {
        return path + room.slug() + " HTTP/1.1";
    }

    @Override
    public boolean welcomesAtOnce() {
        return this != SOCKET_IO;
    }

    /** For socket.io by the packet types of its protocol: 0 open, 2 ping, 40 connected, 42 event. */
    @Override
    public Kind kind(ByteBuffer frame) {
        if (this != SOCKET_IO) {
            return Kind.MESSAGES;
        }
        byte type = frame.get(frame.position());
        if (type != '4') {
            return type == '0' || type == '2' ? Kind.CALL : Kind.OTHER;
        }
        return frame.get(frame.position() + 1) == '2' ? Kind.MESSAGES : Kind.WELCOME;
    }

    @Override
    public String response(ByteBuffer call) {
        return call.get(call.position()) == '0' ? "40" : "3";
    }

    @Override
    public void read(ByteBuffer frame, Messages messages, Batch batch) {
        int message = messages.next(frame);
        if (message != Messages.FOREIGN || frame.hasRemaining()) {
            batch.add(0, message);
        }
        frame.position(frame.limit());
    }

    @Override
    public String post(Room room, String session, String key, String text) {
        String body = text + MARKUP;
        return "POST /pub/" + room.slug()
                + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\nContent-Length: "
                + body.length() + "\r\n\r\n" + body;
    }

    @Override
    public long number(String answer) {
        return 0;
    }

    @Override
    public boolean resumes() {
        return false;
    }
}
