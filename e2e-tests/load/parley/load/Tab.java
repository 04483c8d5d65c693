package parley.load;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import java.util.random.RandomGenerator;

/** One tab: listens to a room, comes back from its cursor, and knows which message must be next. */
final class Tab implements Loop.Connection {

    private enum State {
        AWAY, CONNECTING, SHAKING, JOINING, LIVE
    }

    private static final byte[] NOTHING = {};
    private static final int TEXT = 1, CLOSE = 8, PING = 9, PONG = 10;
    private static final int SMALL_BUFFER = 16 * 1024;
    private static final Duration LEAST_PATIENCE = Duration.ofMillis(500);
    private static final Duration MOST_PATIENCE = Duration.ofSeconds(20);

    private final Crowd crowd;
    private final Room room;
    private final String session;
    private SocketChannel channel;
    private SelectionKey key;
    private State state = State.AWAY;

    /** The beginning of a frame whose end has not come yet. */
    private byte[] rest = NOTHING;

    /** Bytes to come of a frame that nobody wants to see. */
    private long unwanted;

    private long next = 1;
    private long revision;
    private Set<Long> holes = Set.of();
    private long aloneSince = System.nanoTime();
    private boolean steady = true;

    Tab(Crowd crowd, Room room) {
        this.crowd = crowd;
        this.room = room;
        this.session = newSession(crowd.random());
        room.enter();
    }

    static String newSession(RandomGenerator random) {
        var id = new byte[32];
        random.nextBytes(id);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(id);
    }

    Room room() {
        return room;
    }

    boolean isLive() {
        return state == State.LIVE;
    }

    boolean isSteady() {
        return steady;
    }

    /** From now on it may be cut off, and its deliveries may be late: that is what the run is about. */
    void unsteady() {
        steady = false;
    }

    /** Whether it has everything that its room is known to hold. */
    boolean isCaughtUp() {
        return next > room.newest();
    }

    long missing() {
        return holes.size() + Math.max(0, room.newest() - next + 1);
    }

    void open() {
        try {
            state = State.CONNECTING;
            rest = NOTHING;
            unwanted = 0;
            channel = SocketChannel.open();
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            if (!steady) {
                channel.setOption(StandardSocketOptions.SO_RCVBUF, SMALL_BUFFER);
            }
            boolean connected = channel.connect(crowd.server().address());
            key = crowd.loop().register(channel, connected ? SelectionKey.OP_READ : SelectionKey.OP_CONNECT, this);
            if (connected) {
                shakeHands();
            }
        } catch (IOException e) {
            broken(e);
        }
    }

    private void shakeHands() throws IOException {
        state = State.SHAKING;
        key.interestOps(SelectionKey.OP_READ);
        String request = crowd.target().handshake(room, revision, session) + "\r\nHost: "
                + crowd.server().address().getHostString() + ":" + crowd.server().address().getPort()
                + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13"
                + "\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
        channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
    }

    void stopReading() {
        key.interestOps(0);
    }

    void readAgain() {
        if (key.isValid()) {
            key.interestOps(SelectionKey.OP_READ);
        }
    }

    /** Leaves, and comes back at once. */
    void reconnect() {
        if (isLive()) {
            say(CLOSE, new byte[]{3, (byte) 0xe9});
            leave();
            crowd.tally().reconnects++;
            open();
        }
    }

    private void leave() {
        if (isLive()) {
            aloneSince = System.nanoTime();
        }
        state = State.AWAY;
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void ready(SelectionKey key) throws IOException {
        if (state == State.CONNECTING) {
            channel.finishConnect();
            shakeHands();
        } else {
            read();
        }
    }

    private void read() throws IOException {
        var input = crowd.loop().input().put(rest);
        int count = channel.read(input);
        if (count < 0) {
            throw new IOException("The server hung up");
        }
        crowd.tally().bytes += count;
        input.flip();
        skipUnwanted(input);
        if (state == State.SHAKING && !readHandshake(input)) {
            keep(input);
            return;
        }
        while (state != State.AWAY && readFrame(input)) {
            // The next one.
        }
        keep(input);
    }

    private void skipUnwanted(ByteBuffer input) {
        int skipped = (int) Math.min(unwanted, input.remaining());
        input.position(input.position() + skipped);
        unwanted -= skipped;
    }

    private void keep(ByteBuffer input) {
        if (input.hasRemaining()) {
            rest = new byte[input.remaining()];
            input.get(rest);
        } else {
            rest = NOTHING;
        }
    }

    private boolean readHandshake(ByteBuffer input) throws IOException {
        String answer = StandardCharsets.ISO_8859_1.decode(input.slice()).toString();
        int end = answer.indexOf("\r\n\r\n");
        if (end < 0) {
            return false;
        }
        if (!answer.startsWith("HTTP/1.1 101")) {
            throw new IOException(answer);
        }
        input.position(input.position() + end + 4);
        state = State.JOINING;
        if (crowd.target().welcomesAtOnce()) {
            welcome();
        }
        return true;
    }

    private void welcome() {
        if (state != State.LIVE) {
            state = State.LIVE;
            crowd.arrived();
        }
    }

    /** RFC 6455, 5.2, without masks: they are for the other direction. Whether a whole frame was there. */
    private boolean readFrame(ByteBuffer input) throws IOException {
        int start = input.position();
        if (input.remaining() < 2) {
            return false;
        }
        int opCode = input.get() & 15;
        long length = input.get() & 127;
        if (length > 125) {
            int bytes = length == 126 ? 2 : 8;
            if (input.remaining() < bytes) {
                input.position(start);
                return false;
            }
            length = bytes == 2 ? input.getShort() & 0xffff : input.getLong();
        }
        return takeFrame(input, start, opCode, length);
    }

    private boolean takeFrame(ByteBuffer input, int start, int opCode, long length) throws IOException {
        if (input.remaining() < length) {
            if (opCode == TEXT && input.remaining() > 1 && crowd.target().kind(input) == Target.Kind.OTHER) {
                unwanted = length - input.remaining();
                input.position(input.limit());
            } else {
                input.position(start);
            }
            return false;
        }
        int end = input.position() + (int) length;
        int limit = input.limit();
        input.limit(end);
        take(opCode, input);
        input.limit(limit).position(end);
        return true;
    }

    private void take(int opCode, ByteBuffer payload) throws IOException {
        switch (opCode) {
            case TEXT -> takeText(payload);
            case PING -> say(PONG, bytes(payload));
            case CLOSE -> throw new IOException("Closed: "
                    + (payload.remaining() > 1 ? payload.getShort() + " " : "")
                    + new String(bytes(payload), StandardCharsets.UTF_8));
            default -> {
                // A pong says nothing.
            }
        }
    }

    private static byte[] bytes(ByteBuffer payload) {
        var bytes = new byte[payload.remaining()];
        payload.get(bytes);
        return bytes;
    }

    private void takeText(ByteBuffer payload) throws IOException {
        switch (crowd.target().kind(payload)) {
            case MESSAGES -> {
                welcome();
                takeMessages(payload);
            }
            case WELCOME -> welcome();
            case CALL -> say(TEXT, crowd.target().response(payload).getBytes(StandardCharsets.US_ASCII));
            case RELOAD -> {
                crowd.tally().faults.cut("told to reload");
                leave();
            }
            case OTHER -> {
                // Pieces of the page, and signs of life.
            }
        }
    }

    private void takeMessages(ByteBuffer payload) {
        long now = System.nanoTime();
        var batch = room.batch(next, payload, crowd.target(), crowd.messages());
        for (int i = 0; i < batch.count(); i++) {
            take(batch.message(i), batch.number(i), now);
        }
        revision = Math.max(revision, batch.revision());
    }

    private void take(int message, long given, long now) {
        long number = message == Messages.FOREIGN ? 0 : crowd.number(room, message, given);
        if (number == 0) {
            crowd.tally().faults.confused++;
        } else if (number == next) {
            next++;
            crowd.delivered(this, message, now);
        } else {
            takeOutOfTurn(message, number, now);
        }
    }

    private void takeOutOfTurn(int message, long number, long now) {
        if (number > next) {
            if (holes.isEmpty()) {
                holes = new HashSet<>();
            }
            while (next < number) {
                holes.add(next++);
            }
            next++;
            crowd.delivered(this, message, now);
        } else if (!holes.isEmpty() && holes.remove(number)) {
            crowd.tally().faults.disordered++;
            crowd.delivered(this, message, now);
        } else {
            crowd.tally().faults.doubled++;
        }
    }

    /** Clients mask; with zeros that changes nothing. */
    private void say(int opCode, byte[] payload) {
        var frame = ByteBuffer.allocate(6 + payload.length).put((byte) (128 | opCode))
                .put((byte) (128 | payload.length)).putInt(0).put(payload).flip();
        try {
            channel.write(frame);
        } catch (IOException e) {
            broken(e);
        }
    }

    @Override
    public void broken(IOException cause) {
        if (steady) {
            crowd.tally().faults.cut(String.valueOf(cause.getMessage()));
        }
        leave();
        if (crowd.target().resumes()) {
            crowd.tally().reconnects++;
            crowd.loop().after(patience(), this::open);
        } else {
            crowd.arrived();
        }
    }

    /** As the page does: up to as long as it has been alone, between half a second and 20. */
    private Duration patience() {
        long most = Math.clamp(System.nanoTime() - aloneSince, LEAST_PATIENCE.toNanos(), MOST_PATIENCE.toNanos());
        return Duration.ofNanos((long) (most * crowd.random().nextDouble()));
    }
}
