package parley.live;

import static java.util.stream.LongStream.rangeClosed;
import static org.assertj.core.api.Assertions.assertThat;
import static parley.live.Studio.numbers;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.Eventually;
import parley.LiveStream;
import parley.Wire;

/**
 * A tab stops reading in the middle of a frame. Pongs and the close frame are written by other threads than messages; a byte of
 * theirs inside the frame would spoil everything after it.
 */
class StallTest {

    private static final int TINY = 2_048;
    private static final int LONG = 8_000;

    private final Studio studio = new Studio();
    private LiveStream other;
    private Wire wire;
    private byte[] begun;

    @BeforeEach
    void somebodyStopsReadingInTheMiddleOfAFrame() throws IOException {
        wire = studio.wire(TINY);
        assertThat(ServerFrame.read(wire.in()).text()).startsWith("piece");
        assertThat(ServerFrame.read(wire.in()).text()).isEqualTo("feed e:0\n");
        other = studio.listen();
        studio.numbers.pad(LONG);
        studio.count();
        begun = wire.in().readNBytes(100);
        for (int number = 2; number <= 100; number++) {
            studio.count();
        }
        other.upTo(100);
    }

    @AfterEach
    void close() {
        wire.close();
        studio.close();
    }

    @Test
    void whenItReadsOnEverythingIsThereInItsOrder() throws IOException {
        wire.send(ClientFrame.ping("one")).send(ClientFrame.ping("two"));
        studio.count();
        other.upTo(101);
        wire.send(ClientFrame.ping("three")).send(ClientFrame.close(1000));

        var frames = readOn();

        assertThat(numbersIn(frames)).containsExactlyElementsOf(rangeClosed(1, 101).boxed().toList());
        assertThat(pongsIn(frames)).containsExactly("one", "two", "three");
        assertThat(frames.getLast()).hasToString("close 1000");
    }

    @Test
    void whenTheServerSendsItAwayMeanwhileThatComesLast() throws IOException {
        wire.send(ClientFrame.ping("one"));
        studio.sendEverybodyAway();

        var frames = readOn();

        assertThat(numbersIn(frames)).containsExactlyElementsOf(rangeClosed(1, 100).boxed().toList());
        assertThat(frames.getLast()).hasToString("close 1012");
        assertThat(other.closeCode()).isEqualTo(1012);
    }

    @Test
    void whenItWantsToGoAndTheServerStopsThereIsOneCloseFrame() throws IOException {
        wire.send(ClientFrame.ping("one")).send(ClientFrame.close(1001));
        studio.sendEverybodyAway();

        var frames = readOn();

        assertThat(frames).filteredOn(ServerFrame::ends).hasSize(1);
        assertThat(frames.getLast().code()).isIn(1001, 1012);
    }

    /** It may be cut off, but what it got by then are whole frames, but for the last. */
    @Test
    void whenTheServerHasStoppedWhatItGotIsInOrder() throws Exception {
        wire.send(ClientFrame.ping("one"));
        var stopping = Thread.ofPlatform().start(studio::close);

        var frames = readOn();
        stopping.join();

        assertThat(rangeClosed(1, 100).boxed().toList()).startsWith(numbersIn(frames).toArray(Long[]::new));
    }

    @Test
    void whenItIsTooSlowItIsSentAwayAndTheOthersGoOn() throws IOException {
        studio.numbers.pad(1_000_000);
        for (int number = 101; number <= 106; number++) {
            studio.count();
            other.upTo(number);
        }

        Eventually.until("it has gone", () -> studio.left.get() == 1);
        assertThat(other.isOpen()).isTrue();
        assertThat(numbers(other)).hasSize(106);
        assertThat(studio.meters.get("parley.live.overflows").counter().count()).isEqualTo(1);
        var frames = readOn();
        assertThat(numbersIn(frames)).isEqualTo(rangeClosed(1, numbersIn(frames).size()).boxed().toList())
                .doesNotContain(106L);
    }

    private List<ServerFrame> readOn() throws IOException {
        InputStream rest = new SequenceInputStream(new ByteArrayInputStream(begun), wire.in());
        return ServerFrame.readAll(rest);
    }

    private static List<Long> numbersIn(List<ServerFrame> frames) {
        return frames.stream().filter(frame -> frame.opCode() == ServerFrame.TEXT && frame.text().startsWith("feed"))
                .flatMap(frame -> Jsoup.parse(frame.text()).select("i").eachText().stream()).map(Long::valueOf)
                .toList();
    }

    private static List<String> pongsIn(List<ServerFrame> frames) {
        return frames.stream().filter(frame -> frame.opCode() == ServerFrame.PONG).map(ServerFrame::text).toList();
    }
}
