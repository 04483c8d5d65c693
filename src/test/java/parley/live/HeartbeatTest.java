package parley.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.Eventually;

class HeartbeatTest {

    private static final Heartbeat QUICK = new Heartbeat(Duration.ofMillis(50), Duration.ofMillis(500),
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
        assertThat(Heartbeat.USUAL.isDue(Duration.ofSeconds(quiet).toNanos(), Duration.ofSeconds(silent).toNanos()))
                .isEqualTo(due);
    }

    @Test
    void aPageHearsOfTheServerBeforeItGivesUpAndHasTimeToAnswer() {
        var usual = Heartbeat.USUAL;

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
