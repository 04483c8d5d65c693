package parley.live;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.websocket.core.OpCode;

/**
 * One or more whole WebSocket frames as they go over the wire. A text frame is a line that says what it is, then HTML; it is encoded once
 * and its bytes are shared by all tabs.
 *
 * @param spooled the same in a file, or null
 */
record Payload(ByteBuffer frames, Spool.Part spooled) {

    /** Two frames: one that the page can see, and one that the browser answers by itself. */
    static final Payload HEARTBEAT = both(text("ping", new byte[0]), control(OpCode.PING, ByteBuffer.allocate(0)));

    static final Payload RELOAD = text("reload", new byte[0]);

    private static final int FINAL = 0x80;

    Payload(ByteBuffer frames) {
        this(frames, null);
    }

    static Payload feed(Cursor cursor, byte[] fragments) {
        return text("feed " + cursor, fragments);
    }

    static Payload piece(byte[] element) {
        return text("piece", element);
    }

    /** @param content at most 125 bytes */
    static Payload control(byte opCode, ByteBuffer content) {
        var frame = ByteBuffer.allocate(2 + content.remaining());
        frame.put((byte) (FINAL | opCode)).put((byte) content.remaining()).put(content.duplicate());
        return new Payload(frame.flip());
    }

    private static Payload both(Payload first, Payload second) {
        var frames = ByteBuffer.allocateDirect(first.length() + second.length());
        return new Payload(frames.put(first.bytes()).put(second.bytes()).flip());
    }

    private static Payload text(String line, byte[] html) {
        byte[] head = (line + "\n").getBytes(StandardCharsets.US_ASCII);
        int length = head.length + html.length;
        // Direct, or the JDK would copy it into a direct buffer for each tab anew.
        var frame = ByteBuffer.allocateDirect(10 + length);
        frame.put((byte) (FINAL | OpCode.TEXT));
        putLength(frame, length);
        frame.put(head).put(html);
        return new Payload(frame.flip());
    }

    /** RFC 6455, 5.2; a server does not mask. */
    private static void putLength(ByteBuffer frame, int length) {
        if (length < 126) {
            frame.put((byte) length);
        } else if (length < 1 << 16) {
            frame.put((byte) 126).putShort((short) length);
        } else {
            frame.put((byte) 127).putLong(length);
        }
    }

    int length() {
        return frames.limit();
    }

    /** The bytes, for one reader. */
    ByteBuffer bytes() {
        return frames.duplicate();
    }

    Payload in(Spool.Part part) {
        return new Payload(frames, part);
    }

    /** Writes what the channel takes at once, and returns the rest. */
    ByteBuffer writeTo(WritableByteChannel channel) throws IOException {
        var rest = bytes();
        if (spooled == null) {
            channel.write(rest);
        } else {
            rest.position((int) spooled.writeTo(channel));
        }
        return rest;
    }
}
