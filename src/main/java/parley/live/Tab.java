package parley.live;

import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.CloseStatus;
import org.eclipse.jetty.websocket.core.CoreSession;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.FrameHandler;
import org.eclipse.jetty.websocket.core.OpCode;

/** One connected tab. It only listens: whatever it sends but control frames ends the stream. */
final class Tab implements FrameHandler {

    private final Live live;
    private final Subscription subscription;
    private CoreSession session;
    private Outbox outbox;
    private volatile long heardAt = System.nanoTime();

    Tab(Live live, Subscription subscription) {
        this.live = live;
        this.subscription = subscription;
    }

    Subscription subscription() {
        return subscription;
    }

    void send(Payload payload) {
        outbox.send(payload);
    }

    void close(Close reason) {
        outbox.close();
        session.close(reason.code(), reason.words(), Callback.NOOP);
    }

    /** Ends the connection without a word: for a tab that does not read, so could not hear one. */
    void cut() {
        session.abort();
    }

    /** The browser answers by itself, so a tab that is silent for long has gone without saying so. */
    void ping() {
        session.sendFrame(new Frame(OpCode.PING), Callback.NOOP, false);
    }

    long silentNanos() {
        return System.nanoTime() - heardAt;
    }

    @Override
    public void onOpen(CoreSession session, Callback callback) {
        this.session = session;
        this.outbox = new Outbox(session, () -> live.tooSlow(this));
        callback.succeeded();
        session.demand();
        live.join(this);
    }

    @Override
    public void onFrame(Frame frame, Callback callback) {
        heardAt = System.nanoTime();
        if (frame.getOpCode() == OpCode.CLOSE) {
            callback.succeeded();
            return;
        }
        switch (frame.getOpCode()) {
            case OpCode.PING -> session.sendFrame(new Frame(OpCode.PONG, frame.getPayload()), callback, false);
            case OpCode.PONG -> callback.succeeded();
            default -> refuse(frame, callback);
        }
        session.demand();
    }

    private void refuse(Frame frame, Callback callback) {
        callback.succeeded();
        close(frame.getOpCode() == OpCode.BINARY ? Close.BINARY : Close.NOT_ASKED);
    }

    @Override
    public void onError(Throwable cause, Callback callback) {
        callback.succeeded();
    }

    @Override
    public void onClosed(CloseStatus status, Callback callback) {
        outbox.close();
        live.leave(this);
        callback.succeeded();
    }
}
