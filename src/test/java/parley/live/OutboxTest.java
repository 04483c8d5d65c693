package parley.live;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.Test;

class OutboxTest {

    private static final int MOST_FRAMES = 256;
    private static final int MEGABYTE = 1024 * 1024;

    private final Pipe pipe = new Pipe();
    private final AtomicInteger overflows = new AtomicInteger();
    private final AtomicInteger breaks = new AtomicInteger();
    private final List<String> ends = new ArrayList<>();
    private final Outbox outbox = new Outbox(pipe.endPoint(), overflows::incrementAndGet, breaks::incrementAndGet);

    @Test
    void whatComesWhileNothingIsInFlightIsWrittenAtOnce() {
        pipe.readOn();

        send("a", "b", "c");

        assertThat(pipe.writes()).containsExactly("a", "b", "c");
        isWell();
    }

    @Test
    void whatComesWhileTheTabReadsWaitsAndGoesOutTogetherInItsOrder() {
        send("a", "b", "c");
        assertThat(pipe.writes()).containsExactly("a");

        pipe.read();
        send("d");
        assertThat(pipe.writes()).containsExactly("a", "bc");

        pipe.read();
        assertThat(pipe.writes()).containsExactly("a", "bc", "d");

        pipe.read();
        assertThat(pipe.isIdle()).isTrue();
        isWell();
    }

    @Test
    void whatTheChannelTakesWholeIsDone() {
        pipe.take(100);

        send("a", "b", "c");

        assertThat(pipe.taken()).isEqualTo("abc");
        assertThat(pipe.writes()).isEmpty();
        isWell();
    }

    @Test
    void theRestOfWhatTheChannelTookInPartComesBeforeAnythingElse() {
        pipe.take(3);
        send("abcde");
        pipe.take(100);
        send("f");
        end("end");

        assertThat(pipe.taken()).isEqualTo("abc");
        assertThat(pipe.writes()).containsExactly("de");
        pipe.read();
        pipe.read();
        assertThat(pipe.writes()).containsExactly("de", "fend");
        assertThat(ends).containsExactly("end sent");
        isWell();
    }

    @Test
    void aChannelThatBreaksIsReported() {
        pipe.breakDown();

        send("a", "b");

        assertThat(breaks).hasValue(1);
        assertThat(pipe.writes()).isEmpty();
    }

    @Test
    void onePayloadServesManyTabs() {
        var other = new Pipe();
        var payload = payload("shared");

        outbox.send(payload);
        new Outbox(other.endPoint(), overflows::incrementAndGet, breaks::incrementAndGet).send(payload);

        assertThat(pipe.writes()).containsExactly("shared").isEqualTo(other.writes());
    }

    @Test
    void theEndComesAfterWhatWaitsAndNothingAfterTheEnd() {
        send("a", "b");
        end("end");
        send("too late");
        assertThat(ends).isEmpty();

        pipe.read();
        send("much too late");
        assertThat(ends).isEmpty();
        pipe.read();
        send("far too late");

        assertThat(pipe.writes()).containsExactly("a", "bend");
        assertThat(ends).containsExactly("end sent");
        isWell();
    }

    @Test
    void theEndIsWrittenAtOnceIfNothingWaits() {
        end("end");
        send("too late");
        pipe.read();

        assertThat(pipe.writes()).containsExactly("end");
        assertThat(ends).containsExactly("end sent");
        assertThat(pipe.isIdle()).isTrue();
    }

    @Test
    void asManyFramesAsFitWaitAndOneMoreIsTooMany() {
        send("first");
        IntStream.range(0, MOST_FRAMES).forEach(number -> send("x"));
        assertThat(overflows).hasValue(0);

        send("y");
        send("z");
        assertThat(overflows).hasValue(1);

        pipe.readOn();
        assertThat(pipe.writes()).as("what waited is dropped").containsExactly("first");
        assertThat(breaks).hasValue(0);
    }

    @Test
    void asManyBytesAsFitWaitAndOneMoreIsTooMany() {
        String megabyte = "x".repeat(MEGABYTE);
        send("first", megabyte, megabyte, megabyte, megabyte);
        assertThat(overflows).hasValue(0);

        send("y");
        assertThat(overflows).hasValue(1);

        pipe.readOn();
        assertThat(pipe.writes()).containsExactly("first");
    }

    @Test
    void whatIsInFlightDoesNotCount() {
        String megabyte = "x".repeat(MEGABYTE);
        send(megabyte, megabyte, megabyte, megabyte);
        pipe.read();

        send(megabyte, megabyte, megabyte, megabyte);

        isWell();
    }

    @Test
    void whoWasTooSlowStillHearsWhyItEnds() {
        send("first");
        IntStream.rangeClosed(0, MOST_FRAMES).forEach(number -> send("x"));

        end("end");
        send("too late");
        pipe.readOn();

        assertThat(pipe.writes()).containsExactly("first", "end");
        assertThat(ends).containsExactly("end sent");
        assertThat(overflows).hasValue(1);
    }

    @Test
    void aConnectionThatBreaksIsReportedAndGetsNothingMore() {
        send("a", "b");

        pipe.breakDown();
        send("c");

        assertThat(breaks).hasValue(1);
        assertThat(pipe.writes()).containsExactly("a");
        assertThat(overflows).hasValue(0);
    }

    @Test
    void whoEndsAConnectionThatBreaksHearsOfIt() {
        end("end");

        pipe.breakDown();

        assertThat(ends).containsExactly("end failed");
        assertThat(breaks).hasValue(1);
    }

    @Test
    void anEndThatWaitsOnAConnectionThatBreaksFailsToo() {
        send("a");
        end("end");

        pipe.breakDown();

        assertThat(ends).containsExactly("end failed");
    }

    @Test
    void anEndAfterTheConnectionBrokeFailsToo() {
        send("a");
        pipe.breakDown();

        end("end");

        assertThat(pipe.writes()).containsExactly("a");
        assertThat(ends).containsExactly("end failed");
    }

    @Test
    void twoThreadsNeverTearEachOthersFramesApart() throws InterruptedException {
        pipe.readOn();
        var pongs = Thread.ofPlatform().start(() -> IntStream.range(0, 5_000).forEach(number -> send("[pong]")));
        IntStream.range(0, 5_000).forEach(number -> send("[feed]"));
        pongs.join();

        assertThat(pipe.writes().stream().collect(joining()).replace("[pong]", "").replace("[feed]", "")).isEmpty();
        assertThat(pipe.isIdle()).isTrue();
        assertThat(breaks).hasValue(0);
    }

    @Test
    void anEndInTheMomentInWhichTheConnectionBreaksFailsOnce() throws InterruptedException {
        for (int round = 0; round < 20_000; round++) {
            var breaking = new Pipe();
            var own = new Outbox(breaking.endPoint(), () -> {}, () -> {});
            var failures = new AtomicInteger();
            own.send(payload("a"));
            var both = new CyclicBarrier(2);
            var end = Thread.ofVirtual().start(() -> {
                together(both);
                own.end(payload("end"), Callback.from(() -> {}, cause -> failures.incrementAndGet()));
            });
            together(both);
            breaking.breakDown();
            end.join();

            assertThat(failures).hasValue(1);
        }
    }

    private static void together(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }

    private void isWell() {
        assertThat(overflows).hasValue(0);
        assertThat(breaks).hasValue(0);
    }

    private void send(String... texts) {
        for (String text : texts) {
            outbox.send(payload(text));
        }
    }

    private void end(String text) {
        outbox.end(payload(text), Callback.from(() -> ends.add(text + " sent"), cause -> ends.add(text + " failed")));
    }

    private static Payload payload(String text) {
        return new Payload(ByteBuffer.wrap(text.getBytes(ISO_8859_1)));
    }
}
