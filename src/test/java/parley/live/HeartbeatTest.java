package parley.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.Eventually;
import parley.LiveStream;

class HeartbeatTest {

    private static final Heartbeat.Pace QUICK = new Heartbeat.Pace(Duration.ofMillis(50), Duration.ofMillis(500),
            Duration.ofSeconds(3));

    @ParameterizedTest
    @CsvSource(textBlock = """
            16,  1, false
            18,  1, true
             1, 42, false
             1, 44, true
            18, 44, true
            """)
    void whoHasNotBeenToldAnythingOrNotBeenHeardForLongIsPinged(int quiet, int silent, boolean due) {
        assertThat(
                Heartbeat.Pace.USUAL.isDue(Duration.ofSeconds(quiet).toNanos(), Duration.ofSeconds(silent).toNanos()))
                .isEqualTo(due);
    }

    @Test
    void aPageHearsOfTheServerBeforeItGivesUpAndHasTimeToAnswer() {
        var usual = Heartbeat.Pace.USUAL;

        assertThat(usual.longestQuiet().plus(usual.every())).isLessThan(Duration.ofSeconds(25));
        assertThat(usual.longestQuiet().minus(usual.every())).isGreaterThan(Duration.ofSeconds(10));
    }

    @Test
    void whoAnswersStaysAndWhoDoesNotIsCut() throws IOException {
        try (var studio = new Studio(QUICK); var answers = studio.listen(); var gone = studio.wire(0)) {
            Eventually.until("it has left", () -> studio.left.get() == 1);

            assertThat(ServerFrame.readAll(gone.in()).getLast().opCode()).isEqualTo(ServerFrame.PING);
            assertThat(answers.isOpen()).isTrue();
            assertThat(answers.frames("ping")).hasSizeGreaterThan(3);
        }
    }

    /** More than there are beats in a round, and a number that does not go into equal parts. */
    @Test
    void aRoundReachesAllOfManyTabs() {
        try (var studio = new Studio(
                new Heartbeat.Pace(Duration.ofSeconds(1), Duration.ZERO, Duration.ofSeconds(60)))) {
            var tabs = IntStream.range(0, 205).mapToObj(tab -> studio.listen()).toList();

            tabs.forEach(tab -> Eventually.until("it is pinged twice", () -> tab.frames("ping").size() >= 2));
            tabs.forEach(LiveStream::close);
        }
    }

    @Test
    void whoIsToldSomethingAllTheTimeAndDoesNotAnswerIsCutToo() throws IOException {
        try (var studio = new Studio(QUICK);
                var gone = studio.wire(0);
                var talk = Executors.newSingleThreadScheduledExecutor()) {
            talk.scheduleAtFixedRate(studio::count, 0, 20, TimeUnit.MILLISECONDS);

            Eventually.until("it has left", () -> studio.left.get() == 1);

            assertThat(ServerFrame.readAll(gone.in())).extracting(ServerFrame::opCode).contains(ServerFrame.PING);
        }
    }
}
