package parley;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;

/** A bare connection, for what no well-behaved client does. Waits for an answer so long and no longer. */
public final class Wire implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Socket socket = new Socket();
    private final InputStream in;

    private Wire(URI site, int receiveBuffer) throws IOException {
        if (receiveBuffer > 0) {
            socket.setReceiveBufferSize(receiveBuffer);
        }
        socket.setSoTimeout((int) PATIENCE.toMillis());
        socket.setTcpNoDelay(true);
        socket.connect(new InetSocketAddress(site.getHost(), site.getPort()));
        in = receiveBuffer > 0 ? socket.getInputStream() : new BufferedInputStream(socket.getInputStream());
    }

    public static Wire to(URI site) {
        return to(site, 0);
    }

    /** @param receiveBuffer in bytes; the smaller it is, the sooner it is noticed that nobody reads */
    public static Wire to(URI site, int receiveBuffer) {
        try {
            return new Wire(site, receiveBuffer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks for a stream. */
    public Wire upgrade(String path, String... headers) {
        return send("GET " + path + " HTTP/1.1\r\nHost: there\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n"
                + (headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n") + "\r\n");
    }

    public Wire send(String text) {
        return send(text.getBytes(ISO_8859_1));
    }

    public Wire send(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Says that nothing more will come. */
    public Wire hangUp() {
        try {
            socket.shutdownOutput();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The status line and the headers of the answer, and not a byte more. */
    public String head() {
        var head = new StringBuilder();
        try {
            while (head.indexOf("\r\n\r\n") < 0) {
                int next = in.read();
                if (next < 0) {
                    throw new AssertionError("The connection ended after «" + head + "»");
                }
                head.append((char) next);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Got only «" + head + "»", e);
        }
        return head.toString();
    }

    public InputStream in() {
        return in;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
