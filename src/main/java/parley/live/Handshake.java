package parley.live;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.URIUtil;
import org.eclipse.jetty.websocket.core.Configuration;
import org.eclipse.jetty.websocket.core.FrameHandler;
import org.eclipse.jetty.websocket.core.WebSocketComponents;
import org.eclipse.jetty.websocket.core.server.ServerUpgradeRequest;
import org.eclipse.jetty.websocket.core.server.ServerUpgradeResponse;
import org.eclipse.jetty.websocket.core.server.WebSocketNegotiator;
import org.eclipse.jetty.websocket.core.server.WebSocketUpgradeHandler;
import parley.page.Guard;
import parley.page.Problem;

/**
 * Takes WebSocket upgrades in front of the servlets: a tab costs a quarter of the memory there, and no HTTP session.
 *
 * <p>A page cannot set a header on a WebSocket, and an ID in the address would end up in logs, so the credential comes as a second
 * subprotocol; the first, public one is accepted.
 */
public final class Handshake implements WebSocketNegotiator {

    private static final String PROTOCOL = "parley.1";
    private static final String CREDENTIAL = "session.";

    /** Enough for any control frame; a tab has nothing else to send. */
    private static final int LONGEST_FRAME = 1024;

    private final Live live;
    private final Door door;

    private Handshake(Live live, Door door) {
        this.live = live;
        this.door = door;
    }

    /** Puts it before everything that the server handles so far. */
    public static void install(Server server, String path, Live live, Door door) {
        var components = new WebSocketComponents();
        components.getExtensionRegistry().register(OutboxExtension.CONFIG.getName(), OutboxExtension.class);
        var upgrades = new WebSocketUpgradeHandler(components);
        upgrades.addMapping("uri-template|" + path, new Handshake(live, door));
        upgrades.setHandler((Handler) null);
        server.insertHandler(upgrades);
    }

    @Override
    public void customize(Configuration configuration) {
        configuration.setAutoFragment(false);
        configuration.setMaxFrameSize(LONGEST_FRAME);
        configuration.setMaxTextMessageSize(LONGEST_FRAME);
        configuration.setIdleTimeout(Duration.ZERO);
    }

    @Override
    public FrameHandler negotiate(ServerUpgradeRequest request, ServerUpgradeResponse response, Callback callback) {
        try {
            return accept(request, response);
        } catch (Problem problem) {
            Response.writeError(request, response, callback, problem.status(), problem.getMessage());
            return null;
        }
    }

    private Tab accept(ServerUpgradeRequest request, ServerUpgradeResponse response) {
        if (!Guard.sameOrigin(request.getHeaders().get(HttpHeader.ORIGIN), request.getHeaders().get(HttpHeader.HOST))) {
            throw new Problem(403, "This stream is for pages of this host only.");
        }
        if (!request.getSubProtocols().contains(PROTOCOL)) {
            throw Problem.malformed("Offer the subprotocol " + PROTOCOL + " first, and the credential second.");
        }
        var subscription = door.open(visitor(request));
        response.setAcceptedSubProtocol(PROTOCOL);
        response.setExtensions(List.of(OutboxExtension.CONFIG));
        return new Tab(live, subscription);
    }

    private static Door.Visitor visitor(ServerUpgradeRequest request) {
        String[] path = Request.getPathInContext(request).split("/");
        String place = URIUtil.decodePath(path[path.length - 2]);
        String after = Request.extractQueryParameters(request, StandardCharsets.UTF_8).getValue("after");
        return new Door.Visitor(place, after, credential(request.getSubProtocols()));
    }

    private static String credential(List<String> protocols) {
        return protocols.stream().filter(protocol -> protocol.startsWith(CREDENTIAL)).findFirst()
                .map(protocol -> protocol.substring(CREDENTIAL.length())).orElse(null);
    }
}
