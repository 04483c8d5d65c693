package parley.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.eclipse.jetty.websocket.core.OpCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PayloadTest {

    private static final String HEAD = "feed e:7\n";

    /** Around the lengths at which a frame's length takes more bytes. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 125 - 9, 126 - 9, 65_535 - 9, 65_536 - 9, 1_000_000})
    void aFeedFrameIsTheCursorAndTheHtmlWhateverItsLength(int length) throws IOException {
        String html = "x".repeat(length);

        var frame = read(Payload.feed(new Cursor("e", 7), html.getBytes(UTF_8)));

        assertThat(frame.opCode()).isEqualTo(ServerFrame.TEXT);
        assertThat(frame.text().equals(HEAD + html)).isTrue();
    }

    @Test
    void htmlOfAnyScriptStaysItself() throws IOException {
        assertThat(read(Payload.piece("<p>山田 🦦</p>".getBytes(UTF_8))).text()).isEqualTo("piece\n<p>山田 🦦</p>");
    }

    @Test
    void theOtherFramesAreWords() throws IOException {
        assertThat(read(Payload.RELOAD).text()).isEqualTo("reload\n");
    }

    @Test
    void aHeartbeatIsSeenByThePageAndAnsweredByTheBrowser() throws IOException {
        var frames = ServerFrame.readAll(new ByteArrayInputStream(bytes(Payload.HEARTBEAT)));

        assertThat(frames).extracting(ServerFrame::opCode).containsExactly(ServerFrame.TEXT, ServerFrame.PING);
        assertThat(frames.getFirst().text()).isEqualTo("ping\n");
    }

    @Test
    void aPongGivesBackWhatThePingHeld() throws IOException {
        var content = ByteBuffer.wrap("ping".getBytes(UTF_8));

        var frame = read(Payload.control(OpCode.PONG, content));

        assertThat(frame.opCode()).isEqualTo(ServerFrame.PONG);
        assertThat(frame.text()).isEqualTo("ping");
        assertThat(content.remaining()).as("left for others to read").isEqualTo(4);
    }

    @Test
    void oneReaderTakesNothingFromTheNext() {
        var payload = Payload.piece("<p>".getBytes(UTF_8));
        payload.bytes().position(3);

        assertThat(payload.bytes().remaining()).isEqualTo(payload.length());
    }

    private static ServerFrame read(Payload payload) throws IOException {
        var in = new ByteArrayInputStream(bytes(payload));
        var frame = ServerFrame.read(in);
        assertThat(in.available()).isZero();
        return frame;
    }

    private static byte[] bytes(Payload payload) {
        var bytes = new byte[payload.length()];
        payload.bytes().get(bytes);
        return bytes;
    }
}
