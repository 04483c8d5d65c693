package parley.live;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.live.Studio.numbers;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import parley.LiveStream;

/** A tab only listens. Whatever else it sends ends its stream with the reason, and nobody else's. */
class ClientFramesTest {

    private final Studio studio = new Studio();
    private LiveStream other;

    @BeforeEach
    void somebodyElseListens() {
        other = studio.listen();
    }

    @AfterEach
    void whoIsStillInStep() {
        studio.count();
        assertThat(numbers(other.upTo(1))).containsExactly(1L);
        assertThat(other.isOpen()).isTrue();
        studio.close();
    }

    @Test
    void textIsAnsweredBy1008() {
        try (var tab = studio.listen().send("hello")) {
            assertThat(tab.closeCode()).isEqualTo(1008);
        }
    }

    @Test
    void bytesAreAnsweredBy1003() {
        try (var tab = studio.listen().send((byte) 1, (byte) 2)) {
            assertThat(tab.closeCode()).isEqualTo(1003);
        }
    }

    @Test
    void aFrameThatIsTooLongIsAnsweredBy1009() {
        try (var tab = studio.listen().send("x".repeat(2_000))) {
            assertThat(tab.closeCode()).isEqualTo(1009);
        }
    }

    static Stream<Arguments> violations() {
        byte[] unmasked = {(byte) 0x81, 2, 'h', 'i'};
        return Stream.of(Arguments.of("a frame without a mask", 1002, unmasked),
                Arguments.of("a reserved bit", 1002, ClientFrame.frame(0xC1, new byte[1])),
                Arguments.of("an unknown operation", 1002, ClientFrame.frame(0x83, new byte[1])),
                Arguments.of("an unknown control operation", 1002, ClientFrame.frame(0x8B, new byte[1])),
                Arguments.of("the continuation of nothing", 1002, ClientFrame.frame(0x80, new byte[1])),
                Arguments.of("a ping in parts", 1002, ClientFrame.frame(0x09, new byte[1])),
                Arguments.of("a ping that is too long", 1002, ClientFrame.frame(0x89, new byte[126])),
                Arguments.of("a close frame of one byte", 1002, ClientFrame.frame(0x88, new byte[1])),
                Arguments.of("a close code that cannot be sent", 1002, ClientFrame.close(1005)),
                Arguments.of("the first part of a text", 1008, ClientFrame.frame(0x01, new byte[1])));
    }

    @ParameterizedTest(name = "{0} is answered by {1}")
    @MethodSource("violations")
    void whatTheProtocolForbidsEndsTheStream(String what, int code, byte[] bytes) throws IOException {
        try (var wire = studio.wire(0)) {
            var frames = ServerFrame.readAll(wire.send(bytes).in());

            assertThat(frames.getLast()).hasToString("close " + code);
        }
    }

    @Test
    void aPingIsAnsweredAtOnceByItsOwnWords() throws IOException {
        try (var wire = studio.wire(0)) {
            var frames = ServerFrame.readAll(
                    wire.send(ClientFrame.ping("one")).send(ClientFrame.ping("")).send(ClientFrame.close(1000)).in());

            assertThat(frames).filteredOn(frame -> frame.opCode() == ServerFrame.PONG)
                    .extracting(ServerFrame::text).isEqualTo(List.of("one", ""));
            assertThat(frames.getLast()).hasToString("close 1000");
        }
    }

    @Test
    void aPongThatNobodyAskedForIsIgnored() throws IOException {
        try (var wire = studio.wire(0)) {
            var frames = ServerFrame.readAll(
                    wire.send(ClientFrame.frame(0x8A, "unasked".getBytes())).send(ClientFrame.close(1001)).in());

            assertThat(frames.getLast()).hasToString("close 1001");
        }
    }

    @Test
    void whatComesAfterACloseFrameIsNotRead() throws IOException {
        try (var wire = studio.wire(0)) {
            var frames = ServerFrame.readAll(
                    wire.send(ClientFrame.close(1000)).send(ClientFrame.ping("late")).in());

            assertThat(frames).noneMatch(frame -> frame.opCode() == ServerFrame.PONG);
            assertThat(frames.getLast()).hasToString("close 1000");
        }
    }
}
