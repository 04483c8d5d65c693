package parley.live;

import org.eclipse.jetty.websocket.core.AbstractExtension;
import org.eclipse.jetty.websocket.core.ExtensionConfig;
import org.eclipse.jetty.websocket.core.OutgoingEntry;
import org.eclipse.jetty.websocket.core.WebSocketCoreSession;

/**
 * Takes the frames that Jetty sends of its own accord (it answers a close, and closes on a protocol error) to the tab's outbox
 * instead of the wire. Its name begins with an at sign: that is Jetty's mark of an extension that the client is not told of.
 */
public final class OutboxExtension extends AbstractExtension {

    static final ExtensionConfig CONFIG = new ExtensionConfig("@outbox");

    @Override
    public void sendFrame(OutgoingEntry entry) {
        var tab = (Tab) ((WebSocketCoreSession) getCoreSession()).getHandler();
        tab.sendLast(Payload.control(entry.getFrame().getOpCode(), entry.getFrame().getPayload()), entry.getCallback());
    }
}
