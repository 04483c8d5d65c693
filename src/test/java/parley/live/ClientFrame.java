package parley.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;

/** Frames as a client sends them, right and wrong. */
final class ClientFrame {

    private static final byte[] MASK = {1, 2, 3, 4};

    private ClientFrame() {}

    static byte[] text(String words) {
        return frame(0x81, words.getBytes(UTF_8));
    }

    static byte[] binary(byte... bytes) {
        return frame(0x82, bytes);
    }

    static byte[] ping(String words) {
        return frame(0x89, words.getBytes(UTF_8));
    }

    static byte[] close(int code) {
        return frame(0x88, ByteBuffer.allocate(2).putShort((short) code).array());
    }

    /** @param first the byte with the final bit, the reserved bits and the operation */
    static byte[] frame(int first, byte[] payload) {
        var frame = ByteBuffer.allocate(14 + payload.length).put((byte) first);
        if (payload.length < 126) {
            frame.put((byte) (0x80 | payload.length));
        } else {
            frame.put((byte) (0x80 | 126)).putShort((short) payload.length);
        }
        frame.put(MASK);
        for (int i = 0; i < payload.length; i++) {
            frame.put((byte) (payload[i] ^ MASK[i % 4]));
        }
        var bytes = new byte[frame.position()];
        frame.flip().get(bytes);
        return bytes;
    }
}
