package parley.live;

import static java.util.stream.LongStream.rangeClosed;
import static org.assertj.core.api.Assertions.assertThat;
import static parley.live.Studio.numbers;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import parley.Eventually;
import parley.Wire;

/** Whatever comes from a client, the server answers by whole frames and an end, and the other tabs do not notice. */
class FuzzTest {

    private static final int ROUNDS = 500;

    private final Random random = new Random(20_261_124);

    @Test
    void whateverATabSendsTheServerStaysUpright() throws IOException {
        try (var studio = new Studio(); var other = studio.listen()) {
            for (int round = 1; round <= ROUNDS; round++) {
                byte[] bytes = round % 2 == 0 ? garbage() : mutated();
                attack(studio, bytes, "round " + round);
                if (round % 10 == 0) {
                    studio.count();
                }
            }

            assertThat(numbers(other.upTo(ROUNDS / 10)))
                    .containsExactlyElementsOf(rangeClosed(1, ROUNDS / 10).boxed().toList());
            assertThat(other.isOpen()).isTrue();
            Eventually.until("all of them have gone", () -> studio.left.get() == ROUNDS);
        }
    }

    private static void attack(Studio studio, byte[] bytes, String round) {
        try (var wire = studio.wire(0)) {
            sendAndHangUp(wire, bytes);
            ServerFrame.readAll(wire.in());
        } catch (IOException | AssertionError e) {
            throw new AssertionError("In " + round + " after " + HexFormat.of().formatHex(bytes), e);
        }
    }

    /** The server may close before everything is sent. */
    private static void sendAndHangUp(Wire wire, byte[] bytes) {
        try {
            wire.send(bytes).hangUp();
        } catch (UncheckedIOException closedAlready) {
            assertThat(closedAlready).hasMessageMatching(".*(Broken pipe|reset|closed).*");
        }
    }

    private byte[] garbage() {
        var bytes = new byte[1 + random.nextInt(300)];
        random.nextBytes(bytes);
        return bytes;
    }

    /** Some frames that are right, with some bits that are not. */
    private byte[] mutated() {
        byte[] bytes = frames();
        for (int flips = random.nextInt(4); flips > 0; flips--) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return bytes;
    }

    private byte[] frames() {
        var frames = new ByteArrayOutputStream();
        for (int number = 1 + random.nextInt(4); number > 0; number--) {
            frames.writeBytes(frame());
        }
        return frames.toByteArray();
    }

    private byte[] frame() {
        var valid = List.of(ClientFrame.ping("ping"), ClientFrame.ping("x".repeat(125)), ClientFrame.text("hello"),
                ClientFrame.binary((byte) 7), ClientFrame.close(1000), ClientFrame.close(4000),
                ClientFrame.text("x".repeat(200)), ClientFrame.frame(0x8A, new byte[5]),
                ClientFrame.frame(0x01, new byte[3]), ClientFrame.frame(0x80, new byte[3]),
                ClientFrame.frame(0x88, new byte[0]));
        return valid.get(random.nextInt(valid.size()));
    }
}
