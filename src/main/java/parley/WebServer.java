package parley;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.util.JavalinException;
import java.net.BindException;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.ForwardedRequestCustomizer;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import parley.live.Handshake;
import parley.live.Live;
import parley.page.Guard;
import parley.page.HeadAsGet;
import parley.page.LastResort;
import parley.page.Problems;
import parley.page.Remainder;

/** Javalin and Jetty, set up for Parley. */
final class WebServer {

    /** The port or host cannot be listened on. The message names the remedy. */
    static final class AddressUnavailable extends RuntimeException {

        AddressUnavailable(String remedy, Throwable cause) {
            super(remedy, cause);
        }
    }

    /** A tab that does not read fills this and then the outbox; the kernel's own limit would be some megabytes a tab. */
    private static final int SEND_BUFFER = 128 * 1024;

    /** After a restart ten thousand tabs come at once. Whom the system turns away it lets try again after seconds only. */
    private static final int ACCEPT_QUEUE = 4096;

    private WebServer() {}

    static Javalin create(Config config, Live live, View view, RoomPage page, Routes routes) {
        return Javalin.create(javalinConfig -> {
            quiet(javalinConfig);
            javalinConfig.concurrency.useVirtualThreads = true;
            javalinConfig.http.prefer405over404 = true;
            javalinConfig.jetty.addConnector((server, http) -> connector(server, http, config));
            javalinConfig.jetty.modifyServer(server -> server.setErrorHandler(new LastResort()));
            javalinConfig.jetty.modifyServer(HeadAsGet::install);
            javalinConfig.jetty.modifyServer(Remainder::install);
            javalinConfig.jetty.modifyServer(server -> Handshake.install(server, RoomPage.STREAM, live, page));
            Guard.install(javalinConfig);
            new Problems(view.templates(), view.assets()).handle(javalinConfig);
            view.assets().serve(javalinConfig);
            routes.addTo(javalinConfig.routes);
        });
    }

    private static void quiet(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
    }

    private static Connector connector(Server server, HttpConfiguration http, Config config) {
        if (config.behindProxy()) {
            http.addCustomizer(forwardedFor());
        }
        var connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost(config.host());
        connector.setPort(config.port());
        connector.setAcceptQueueSize(ACCEPT_QUEUE);
        connector.setAcceptedSendBufferSize(SEND_BUFFER);
        return connector;
    }

    /** Nothing but the address: host and scheme are compared with the browser's own headers. */
    private static ForwardedRequestCustomizer forwardedFor() {
        var forwarded = new ForwardedRequestCustomizer();
        forwarded.setForwardedHeader(null);
        forwarded.setForwardedHostHeader(null);
        forwarded.setForwardedPortHeader(null);
        forwarded.setForwardedProtoHeader(null);
        forwarded.setForwardedServerHeader(null);
        return forwarded;
    }

    /** @throws AddressUnavailable if it cannot listen */
    static void start(Javalin javalin, Config config) {
        try {
            javalin.start();
        } catch (JavalinException e) {
            throw unavailable(config, e);
        }
    }

    private static AddressUnavailable unavailable(Config config, RuntimeException cause) {
        if (isInUse(cause)) {
            return new AddressUnavailable("Port " + config.port()
                    + " is in use. Stop the program that has it, or choose another with --port.", cause);
        }
        return new AddressUnavailable("Parley cannot listen on " + config.host() + ":" + config.port()
                + ". Choose another address with --host and --port.", cause);
    }

    /** Javalin says so of every address that it cannot listen on; the system says why. */
    private static boolean isInUse(Throwable e) {
        return e != null && (e instanceof BindException && String.valueOf(e.getMessage()).contains("in use")
                || isInUse(e.getCause()));
    }
}
