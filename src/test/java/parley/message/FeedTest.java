package parley.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.Reply;
import parley.RunningParley;
import parley.Visitor;

/** What a tab reads that polls, and one that scrolls back. */
class FeedTest {

    private static final int FARTHEST = 1_000;

    @RegisterExtension
    static final RunningParley parley = new RunningParley();

    private final String room = parley.room();
    private final Visitor ann = parley.visitor();

    @Test
    void aTabGetsWhatIsNewerThanItsCursor() {
        ann.say(room, "Before");
        String cursor = ann.cursor(room);
        ann.say(room, "After");

        var reply = feed("?after=" + cursor).is(200);

        assertThat(reply.texts()).containsExactly("After");
        assertThat(feed("?after=" + reply.header("Cursor")).is(200).texts()).isEmpty();
    }

    @Test
    void aTabGetsTheRenamesThatItMissed() {
        ann.say(room, "Before");
        String cursor = ann.cursor(room);
        ann.rename("Ann");
        ann.rename("Anna");

        var reply = feed("?after=" + cursor).is(200);

        assertThat(reply.document().select("[data-name-of]").eachText()).containsExactly("Anna");
        assertThat(reply.header("Cursor")).endsWith(":3");
    }

    @Test
    void aCursorOfAnotherHistoryIsGone() {
        ann.say(room, "Hello");

        feed("?after=another:1").refused(410, "Load the page anew");
    }

    @Test
    void aCursorFromTheFutureIsGone() {
        ann.say(room, "Hello");

        feed("?after=" + ann.cursor(room) + "0").refused(410, "Load the page anew");
    }

    @Test
    void aCursorThatIsTooFarBackIsGoneAndOneThatIsNotIsServed() {
        String start = ann.cursor(room);
        String epoch = start.substring(0, start.indexOf(':'));
        Many.posts(parley, room, FARTHEST + 1);

        feed("?after=" + epoch + ":0").refused(410, "too far back");
        assertThat(feed("?after=" + epoch + ":1").is(200).messages()).hasSize(FARTHEST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?after=", "?after=42", "?after=a:b", "?after=a:-1", "?after=A:1", "?after=a:1:1",
            "?after=%27or+1%3D1:1", "?after=a:9999999999999999999", "?before=", "?before=-1", "?before=last"})
    void whatIsNoPlaceInTheHistoryIsRefused(String query) {
        ann.say(room, "Hello");

        assertThat(feed(query).is(400).messages()).isEmpty();
    }

    @Test
    void aTabReadsBackPageByPage() {
        Many.posts(parley, room, 60);

        var newest = feed("");
        var older = feed("?before=" + newest.messages().getFirst().attr("data-posted"));

        assertThat(newest.messages()).hasSize(50);
        assertThat(newest.header("Older")).isEqualTo("true");
        assertThat(older.texts()).hasSize(10).startsWith("1").endsWith("10");
        assertThat(older.header("Older")).isEqualTo("false");
    }

    private Reply feed(String query) {
        return ann.get("/rooms/" + room + "/feed" + query);
    }
}
