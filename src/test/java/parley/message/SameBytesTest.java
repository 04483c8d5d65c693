package parley.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import parley.RunningParley;

/** One template serves the page, the answer and the broadcast: whichever comes first, the browser shows the same. */
class SameBytesTest {

    @RegisterExtension
    static final RunningParley parley = new RunningParley();

    private final String room = parley.room();

    @Test
    void aMessageIsTheSameInTheAnswerTheBroadcastTheFeedAndThePage() {
        try (var stream = parley.visitor().listen(room)) {
            for (int revision = 1; revision <= 3; revision++) {
                String answer = parley.visitor().say(room, "See https://example.org/ & <" + revision + ">").body()
                        .strip();

                assertThat(answer).startsWith("<article ").contains("data-posted=\"" + revision + "\"");
                assertThat(stream.upTo(revision).frames("feed").getLast().html().strip()).isEqualTo(answer);
                assertThat(parley.visitor().get("/rooms/" + room + "/feed").body().strip()).endsWith(answer);
                assertThat(parley.visitor().get("/rooms/" + room).body()).contains(answer);
            }
        }
    }

    @Test
    void noneOfThemKnowsWhoLooks() {
        var ann = parley.visitor();
        ann.say(room, "Hello");

        assertThat(ann.get("/rooms/" + room + "/feed").body())
                .isEqualTo(parley.visitor().get("/rooms/" + room + "/feed").body());
    }
}
