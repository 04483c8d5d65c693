package parley.e2e.vocabulary;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/** What stands between a tab and the application in the real world: it passes everything on, until it is told not to. */
public final class Proxy implements AutoCloseable {

    private static final String REFUSAL = "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

    private final URI application;
    private final ServerSocket door;
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private volatile boolean refusesWebSockets;
    private volatile boolean losesAnswers;
    private volatile boolean dropsChanges;
    private volatile CountDownLatch gate = new CountDownLatch(0);

    private Proxy(URI application, ServerSocket door) {
        this.application = application;
        this.door = door;
    }

    public static Proxy before(Application application) {
        try {
            var proxy = new Proxy(application.address(), new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
            Thread.ofVirtual().start(proxy::welcome);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI address() {
        return URI.create("http://localhost:" + door.getLocalPort());
    }

    /** As some companies' proxies do. Streams that are open break off. */
    public Proxy refuseWebSockets() {
        refusesWebSockets = true;
        hangUp();
        return this;
    }

    public Proxy allowWebSockets() {
        refusesWebSockets = false;
        return this;
    }

    /** From now on what is posted arrives, but nobody hears back. */
    public Proxy loseAnswers() {
        losesAnswers = true;
        return this;
    }

    public Proxy passAnswers() {
        losesAnswers = false;
        return this;
    }

    /** From now on what a tab wants to change waits here, and neither arrives nor is answered. */
    public Proxy holdChanges() {
        gate = new CountDownLatch(1);
        return this;
    }

    /** From now on the connection breaks when a tab wants to change something. */
    public Proxy dropChanges() {
        dropsChanges = true;
        return this;
    }

    public Proxy passChanges() {
        dropsChanges = false;
        gate.countDown();
        return this;
    }

    @Override
    public void close() throws IOException {
        passChanges();
        door.close();
        hangUp();
    }

    private void hangUp() {
        connections.forEach(Proxy::close);
    }

    private void welcome() {
        try {
            while (true) {
                var tab = door.accept();
                Thread.ofVirtual().start(() -> serve(tab));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void serve(Socket tab) {
        try (tab; var server = new Socket(application.getHost(), application.getPort())) {
            connections.add(tab);
            connections.add(server);
            var head = head(tab.getInputStream());
            var upgrade = head.toLowerCase().contains("\r\nupgrade: websocket");
            if (upgrade && refusesWebSockets) {
                tab.getOutputStream().write(REFUSAL.getBytes());
                return;
            }
            if (!head.startsWith("GET")) {
                gate.await();
                if (dropsChanges) {
                    return;
                }
            }
            server.getOutputStream().write((upgrade ? head : once(head)).getBytes(StandardCharsets.ISO_8859_1));
            Thread.ofVirtual().start(() -> pass(tab, server));
            if (head.startsWith("POST") && losesAnswers) {
                server.getInputStream().readAllBytes();
            } else {
                pass(server, tab);
            }
        } catch (IOException | InterruptedException broken) {
            // One side has gone, so the other is closed too.
        } finally {
            connections.remove(tab);
        }
    }

    /** One request a connection, so that every head comes by here. */
    private static String once(String head) {
        return head.replaceFirst("(?im)^connection:.*\r\n", "").replaceFirst("\r\n", "\r\nConnection: close\r\n");
    }

    private static String head(InputStream in) throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            var next = in.read();
            if (next < 0) {
                throw new IOException("no request");
            }
            head.append((char) next);
        }
        return head.toString();
    }

    private static void pass(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException broken) {
            close(to);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            // Just as well.
        }
    }
}
