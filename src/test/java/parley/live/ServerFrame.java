package parley.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A frame as RFC 6455 lets a server of this application send it, read without any mercy. */
record ServerFrame(int opCode, byte[] payload) {

    static final int TEXT = 1;
    static final int CLOSE = 8;
    static final int PING = 9;
    static final int PONG = 10;

    private static final int LONGEST = 64 * 1024 * 1024;

    /** All frames to the end of the connection, which may cut the last one short. Nothing comes after a close frame. */
    static List<ServerFrame> readAll(InputStream in) throws IOException {
        var frames = new ArrayList<ServerFrame>();
        var data = new DataInputStream(in);
        try {
            while (true) {
                frames.add(read(data));
                assertThat(frames.subList(0, frames.size() - 1)).as("frames before the last")
                        .noneMatch(ServerFrame::ends);
            }
        } catch (EOFException | SocketException end) {
            return frames;
        }
    }

    static ServerFrame read(InputStream in) throws IOException {
        return read(new DataInputStream(in));
    }

    private static ServerFrame read(DataInputStream in) throws IOException {
        int first = in.readUnsignedByte();
        assertThat(first & 0x80).as("a frame is final: " + first).isNotZero();
        assertThat(first & 0x70).as("reserved bits of " + first).isZero();
        int second = in.readUnsignedByte();
        assertThat(second & 0x80).as("mask of a server").isZero();
        var payload = new byte[length(in, second)];
        in.readFully(payload);
        return new ServerFrame(first & 0x0F, payload).checked();
    }

    private static int length(DataInputStream in, int first) throws IOException {
        return switch (first) {
            case 126 -> {
                int length = in.readUnsignedShort();
                assertThat(length).as("length in two bytes").isGreaterThan(125);
                yield length;
            }
            case 127 -> {
                long length = in.readLong();
                assertThat(length).as("length in eight bytes").isBetween(65_536L, (long) LONGEST);
                yield (int) length;
            }
            default -> first;
        };
    }

    private ServerFrame checked() {
        assertThat(opCode).as("operation").isIn(TEXT, CLOSE, PING, PONG);
        if (opCode == TEXT) {
            assertThat(text()).as("text frame").matches("(?s)(feed [0-9a-z]+:\\d+|piece|ping|reload)\n.*");
        } else {
            assertThat(payload.length).as("length of a control frame").isLessThan(126);
        }
        if (opCode == CLOSE) {
            assertThat(payload.length).as("length of a close frame").isNotEqualTo(1);
            assertThat(payload.length == 0 ? 1000 : code()).as("close code").matches(ServerFrame::isCloseCode);
            assertThat(reason()).isNotNull();
        }
        return this;
    }

    private static boolean isCloseCode(int code) {
        return code >= 1000 && code <= 1014 && code != 1004 && code != 1005 && code != 1006
                || code >= 3000 && code <= 4999;
    }

    boolean ends() {
        return opCode == CLOSE;
    }

    int code() {
        return ByteBuffer.wrap(payload).getShort() & 0xFFFF;
    }

    String reason() {
        return payload.length == 0 ? "" : utf8(Arrays.copyOfRange(payload, 2, payload.length));
    }

    String text() {
        return utf8(payload);
    }

    private static String utf8(byte[] bytes) {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new AssertionError("No UTF-8: " + Arrays.toString(bytes), e);
        }
    }

    @Override
    public String toString() {
        return switch (opCode) {
            case TEXT -> text().lines().findFirst().orElse("");
            case CLOSE -> payload.length == 0 ? "close" : "close " + code();
            case PING -> "a ping";
            default -> "pong " + text();
        };
    }
}
