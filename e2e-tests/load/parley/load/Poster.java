package parley.load;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;

/** Somebody who posts, over one connection that is kept: one message at a time, again with the same key until it is answered. */
final class Poster implements Loop.Connection {

    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final Pattern LENGTH = Pattern.compile("\r\ncontent-length: *(\\d+)", Pattern.CASE_INSENSITIVE);
    private static final String CHUNKED = "transfer-encoding: chunked";

    private final Crowd crowd;
    private final String session;
    private final StringBuilder answer = new StringBuilder();
    private SocketChannel channel;
    private SelectionKey key;
    private int message;
    private String request;

    Poster(Crowd crowd) {
        this.crowd = crowd;
        this.session = Tab.newSession(crowd.random());
    }

    void post(int message) {
        this.message = message;
        var messages = crowd.messages();
        request = crowd.target().post(messages.room(message), session, messages.key(message), messages.text(message));
        attempt();
    }

    private void attempt() {
        try {
            answer.setLength(0);
            if (channel == null) {
                open();
            } else {
                write();
            }
        } catch (IOException e) {
            broken(e);
        }
    }

    private void open() throws IOException {
        channel = SocketChannel.open();
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        boolean connected = channel.connect(crowd.server().address());
        key = crowd.loop().register(channel, connected ? SelectionKey.OP_READ : SelectionKey.OP_CONNECT, this);
        if (connected) {
            write();
        }
    }

    /** A request is small enough for the kernel to take it whole. */
    private void write() throws IOException {
        var bytes = ByteBuffer.wrap(request.getBytes(StandardCharsets.ISO_8859_1));
        channel.write(bytes);
        if (bytes.hasRemaining()) {
            throw new IOException("A request was not taken whole");
        }
    }

    @Override
    public void ready(SelectionKey key) throws IOException {
        if (key.isConnectable()) {
            channel.finishConnect();
            key.interestOps(SelectionKey.OP_READ);
            write();
        } else {
            read();
        }
    }

    private void read() throws IOException {
        var input = crowd.loop().input();
        if (channel.read(input) < 0) {
            throw new IOException("The server hung up");
        }
        answer.append(StandardCharsets.UTF_8.decode(input.flip()));
        if (request != null && isWhole()) {
            request = null;
            crowd.answered(this, message, answer.toString());
        }
    }

    private boolean isWhole() {
        int head = answer.indexOf("\r\n\r\n");
        if (head < 0) {
            return false;
        }
        var length = LENGTH.matcher(answer).region(0, head);
        if (length.find()) {
            String body = answer.substring(head + 4);
            return body.getBytes(StandardCharsets.UTF_8).length >= Integer.parseInt(length.group(1));
        }
        return !answer.substring(0, head).toLowerCase().contains(CHUNKED)
                || answer.toString().endsWith("\r\n0\r\n\r\n");
    }

    /** An idle connection may end; a request that was not answered is repeated. */
    @Override
    public void broken(IOException cause) {
        try {
            channel.close();
            channel = null;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        if (request != null && crowd.target().resumes()) {
            crowd.loop().after(PAUSE, this::attempt);
        } else if (request != null) {
            crowd.tally().faults.refused(String.valueOf(cause.getMessage()));
        }
    }
}
