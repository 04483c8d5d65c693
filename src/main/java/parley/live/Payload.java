package parley.live;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.OpCode;

/** The bytes of one text frame: a line that says what it is, then HTML. Encoded once and shared by all tabs. */
record Payload(byte[] bytes) {

    static final Payload PING = of("ping", new byte[0]);
    static final Payload RELOAD = of("reload", new byte[0]);

    static Payload feed(Cursor cursor, byte[] fragments) {
        return of("feed " + cursor, fragments);
    }

    static Payload piece(byte[] element) {
        return of("piece", element);
    }

    private static Payload of(String line, byte[] html) {
        var bytes = new ByteArrayOutputStream(line.length() + 1 + html.length);
        bytes.writeBytes(line.getBytes(StandardCharsets.US_ASCII));
        bytes.write('\n');
        bytes.writeBytes(html);
        return new Payload(bytes.toByteArray());
    }

    Frame frame() {
        return new Frame(OpCode.TEXT, ByteBuffer.wrap(bytes));
    }
}
