package parley.live;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.Callback;

/**
 * Everything that goes to one tab, in order: messages, pings, pongs, the close frame. What is ready is written at once; what comes
 * while the tab is still reading waits, within bounds, and goes out together.
 *
 * <p>It writes to Jetty's end point, past Jetty's own queue of frames, which has no bound and costs a third more CPU a
 * delivery. Two writers would tear each other's frames apart, so Jetty's own frames come here too: see {@link OutboxExtension}.
 */
final class Outbox implements Callback {

    private static final int MOST_FRAMES = 256;
    private static final int MOST_BYTES = 4 * 1024 * 1024;

    private static final ByteBuffer[] NOTHING = {};

    private record Frame(Payload payload, Callback sent) {}

    private enum Turn {
        NOW, AFTER_WHAT_WAITS, NEVER
    }

    private final EndPoint endPoint;
    private final WritableByteChannel channel;
    private final Runnable overflow;
    private final Runnable broken;

    /** Null as long as the tab keeps up, which nearly all do: that saves a list a tab. */
    private List<Frame> waiting;

    private List<Frame> writing = List.of();
    private int bytes;
    private boolean busy;
    private boolean ended;
    private Throwable failure;

    /**
     * @param overflow run once, when the tab is too slow; what waits is dropped then, for it will come back from its cursor
     * @param broken run when the connection cannot be written to
     */
    Outbox(EndPoint endPoint, Runnable overflow, Runnable broken) {
        this.endPoint = endPoint;
        this.channel = (WritableByteChannel) endPoint.getTransport();
        this.overflow = overflow;
        this.broken = broken;
    }

    boolean isOpen() {
        return channel.isOpen();
    }

    /** Sends a message, unless the stream is ending. */
    void send(Payload payload) {
        if (claim(payload)) {
            write(payload);
        }
    }

    /** Nearly always the kernel takes all at once, and Jetty, which waits for the tab to read, has nothing to do. */
    private void write(Payload payload) {
        ByteBuffer rest;
        try {
            rest = payload.writeTo(channel);
        } catch (IOException e) {
            failed(e);
            return;
        }
        if (rest.hasRemaining()) {
            endPoint.write(this, rest);
        } else {
            succeeded();
        }
    }

    /** Sends what ends the stream, after what waits. Jetty forgets a tab only when it hears how that went, so it always does. */
    void end(Payload close, Callback sent) {
        var turn = claimLast(new Frame(close, sent));
        if (turn == Turn.NOW) {
            endPoint.write(this, close.bytes());
        } else if (turn == Turn.NEVER) {
            sent.failed(failure());
        }
    }

    /** Whether the payload can be written now; else it waits. */
    private boolean claim(Payload payload) {
        synchronized (this) {
            if (ended) {
                return false;
            }
            if (!busy) {
                busy = true;
                return true;
            }
            queue(new Frame(payload, Callback.NOOP));
            if (waiting.size() <= MOST_FRAMES && bytes <= MOST_BYTES) {
                return false;
            }
            drop();
        }
        overflow.run();
        return false;
    }

    private synchronized Turn claimLast(Frame frame) {
        ended = true;
        if (failure != null) {
            return Turn.NEVER;
        }
        if (busy) {
            queue(frame);
            return Turn.AFTER_WHAT_WAITS;
        }
        busy = true;
        writing = List.of(frame);
        return Turn.NOW;
    }

    private void queue(Frame frame) {
        if (waiting == null) {
            waiting = new ArrayList<>();
        }
        waiting.add(frame);
        bytes += frame.payload().length();
    }

    private void drop() {
        ended = true;
        waiting = null;
        bytes = 0;
    }

    @Override
    public void succeeded() {
        writing.forEach(frame -> frame.sent().succeeded());
        ByteBuffer[] next = next();
        if (next.length > 0) {
            endPoint.write(this, next);
        }
    }

    private synchronized ByteBuffer[] next() {
        if (waiting == null) {
            writing = List.of();
            busy = false;
            return NOTHING;
        }
        writing = waiting;
        waiting = null;
        bytes = 0;
        return writing.stream().map(frame -> frame.payload().bytes()).toArray(ByteBuffer[]::new);
    }

    @Override
    public void failed(Throwable cause) {
        List<Frame> lost = new ArrayList<>(writing);
        synchronized (this) {
            failure = cause;
            if (waiting != null) {
                lost.addAll(waiting);
            }
            drop();
        }
        lost.forEach(frame -> frame.sent().failed(cause));
        broken.run();
    }

    private synchronized Throwable failure() {
        return failure;
    }
}
