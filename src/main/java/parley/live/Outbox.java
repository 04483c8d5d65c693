package parley.live;

import java.util.ArrayDeque;
import java.util.Queue;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.CoreSession;

/**
 * What a tab has still to be sent. One frame is with Jetty at a time, the rest waits here, within bounds: Jetty's own queue has
 * none, and a tab that stops reading would fill the memory.
 */
final class Outbox implements Callback {

    private static final int MOST_FRAMES = 256;
    private static final int MOST_BYTES = 4 * 1024 * 1024;

    private final CoreSession session;
    private final Runnable overflow;
    private final Queue<Payload> waiting = new ArrayDeque<>();
    private int bytes;
    private boolean writing;
    private boolean closed;

    /** @param overflow run once, when the tab is too slow; nothing is sent after that */
    Outbox(CoreSession session, Runnable overflow) {
        this.session = session;
        this.overflow = overflow;
    }

    void send(Payload payload) {
        if (accept(payload)) {
            session.sendFrame(payload.frame(), this, false);
        }
    }

    /** Whether the payload can go at once. */
    private synchronized boolean accept(Payload payload) {
        if (closed) {
            return false;
        }
        if (!writing) {
            writing = true;
            return true;
        }
        waiting.add(payload);
        bytes += payload.bytes().length;
        if (waiting.size() > MOST_FRAMES || bytes > MOST_BYTES) {
            close();
            overflow.run();
        }
        return false;
    }

    @Override
    public void succeeded() {
        var next = next();
        if (next != null) {
            session.sendFrame(next.frame(), this, false);
        }
    }

    private synchronized Payload next() {
        var next = waiting.poll();
        if (next == null) {
            writing = false;
        } else {
            bytes -= next.bytes().length;
        }
        return next;
    }

    /** The connection is broken; Jetty tells the tab so. */
    @Override
    public void failed(Throwable cause) {
        close();
    }

    synchronized void close() {
        closed = true;
        waiting.clear();
        bytes = 0;
    }
}
