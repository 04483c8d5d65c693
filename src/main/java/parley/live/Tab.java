package parley.live;

import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.CloseStatus;
import org.eclipse.jetty.websocket.core.CoreSession;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.FrameHandler;
import org.eclipse.jetty.websocket.core.OpCode;
import org.eclipse.jetty.websocket.core.WebSocketCoreSession;

/** One connected tab. It only listens: whatever it sends but control frames ends the stream. */
final class Tab implements FrameHandler {

    private final Live live;
    private final Subscription subscription;
    private CoreSession session;
    private Outbox outbox;
    private long toldAt = System.nanoTime();
    private volatile long heardAt = toldAt;

    Tab(Live live, Subscription subscription) {
        this.live = live;
        this.subscription = subscription;
    }

    Subscription subscription() {
        return subscription;
    }

    boolean isOpen() {
        return outbox.isOpen();
    }

    void send(Payload payload) {
        toldAt = System.nanoTime();
        outbox.send(payload);
    }

    void sendLast(Payload close, Callback sent) {
        outbox.end(close, sent);
    }

    void close(Close reason) {
        session.close(reason.code(), reason.words(), Callback.NOOP);
    }

    /** Ends the connection without a word: for a tab that does not read, so could not hear one. */
    void cut() {
        session.abort();
    }

    /** How long the tab has not been told anything. */
    long quietNanos() {
        return System.nanoTime() - toldAt;
    }

    /** How long nothing has been heard of the tab. */
    long silentNanos() {
        return System.nanoTime() - heardAt;
    }

    @Override
    public void onOpen(CoreSession session, Callback callback) {
        this.session = session;
        var endPoint = ((WebSocketCoreSession) session).getConnection().getEndPoint();
        this.outbox = new Outbox(endPoint, () -> live.tooSlow(this), this::cut);
        callback.succeeded();
        session.demand();
        live.join(this);
    }

    @Override
    public void onFrame(Frame frame, Callback callback) {
        heardAt = System.nanoTime();
        if (frame.getOpCode() == OpCode.PING) {
            outbox.send(Payload.control(OpCode.PONG, frame.getPayload()));
        } else if (frame.isDataFrame()) {
            close(frame.getOpCode() == OpCode.BINARY ? Close.BINARY : Close.NOT_ASKED);
        }
        callback.succeeded();
        if (frame.getOpCode() != OpCode.CLOSE) {
            session.demand();
        }
    }

    @Override
    public void onError(Throwable cause, Callback callback) {
        callback.succeeded();
    }

    @Override
    public void onClosed(CloseStatus status, Callback callback) {
        live.leave(this);
        callback.succeeded();
    }
}
