package parley.saved;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.saved.DraftsTest.Shown.in;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.Reply;
import parley.RunningParley;
import parley.Visitor;

class DraftsTest {

    /** A draft as the page gets it. */
    record Shown(String text, long version) {

        static Shown in(Element box) {
            return new Shown(box.wholeText(), Long.parseLong(box.attr("data-version")));
        }
    }

    @RegisterExtension
    static final RunningParley parley = new RunningParley();

    private final Visitor ann = parley.visitor();
    private final String room = parley.room();

    @Test
    void atFirstTheMessageBoxIsEmpty() {
        assertThat(box(ann)).isEqualTo(new Shown("", 0));
        assertThat(told(ann)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Dear all,", "\n\n  two lines before\nand one between ", "<script>", "🦩"})
    void whatWasTypedIsThereAgainToTheLetter(String text) {
        long version = version(keep(ann, room, text).is(204));

        assertThat(box(ann)).isEqualTo(new Shown(text, version));
        assertThat(told(ann)).isEqualTo(new Shown(text, version));
    }

    @Test
    void everyChangeHasAHigherVersionInAllRooms() {
        long first = version(keep(ann, room, "One"));
        long elsewhere = version(keep(ann, "general", "Two"));
        long emptied = version(keep(ann, room, ""));
        long unchanged = version(keep(ann, room, ""));
        long again = version(keep(ann, room, "Three"));

        assertThat(first).isLessThan(elsewhere);
        assertThat(elsewhere).isLessThan(emptied);
        assertThat(unchanged).isEqualTo(emptied);
        assertThat(again).isGreaterThan(emptied);
        assertThat(box(ann)).isEqualTo(new Shown("Three", again));
    }

    @Test
    void whatWasEmptiedIsEmpty() {
        keep(ann, room, "Never mind").is(204);

        keep(ann, room, "").is(204);

        assertThat(box(ann).text()).isEmpty();
        assertThat(told(ann).text()).isEmpty();
    }

    @Test
    void itIsNobodyElses() {
        keep(ann, room, "Private").is(204);

        assertThat(box(parley.visitor()).text()).isEmpty();
        assertThat(told(parley.visitor())).isNull();
    }

    @Test
    void itOutlivesTheServer() {
        keep(ann, room, "Still here").is(204);
        parley.stop();
        parley.start();

        assertThat(box(ann).text()).isEqualTo("Still here");
    }

    @Test
    void aDuplicatedTabStartsWithACopy() {
        keep(ann, room, "As far as that").is(204);
        var copy = parley.visitor();

        ann.with("Next-Session-Id", copy.secret()).submit("POST", "/session/fork", "").is(204);
        keep(ann, room, "and on").is(204);

        assertThat(box(copy).text()).isEqualTo("As far as that");
    }

    @Test
    void theOtherTabsOfTheSessionHearOfIt() {
        try (var other = ann.listen(room); var stranger = parley.visitor().listen(room)) {
            other.upTo(0);
            stranger.upTo(0);

            keep(ann, room, "Hear, hear").is(204);

            other.seesPiece("Hear, hear");
            assertThat(stranger.frames("piece")).noneMatch(frame -> frame.html().contains("Hear"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {8_001, 20_000})
    void aTextThatIsTooLongIsRefusedAndTheOneBeforeKept(int length) {
        keep(ann, room, "o".repeat(8_000)).is(204);

        keep(ann, room, "x".repeat(length)).refused(422, "8,000");

        assertThat(box(ann).text()).hasSize(8_000).startsWith("o");
    }

    @Test
    void whoMayNotEnterARoomLeavesNoDraftThere() {
        String secret = parley.visitor().makeByInvitation("Closed");

        keep(ann, secret, "Let me in").refused(403, "by invitation");
    }

    private static Reply keep(Visitor who, String room, String text) {
        return who.submit("PUT", "/rooms/" + room + "/draft",
                "body=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
    }

    private static long version(Reply reply) {
        return Long.parseLong(reply.header("Draft-Version"));
    }

    private Shown box(Visitor who) {
        return in(who.get("/rooms/" + room + "/session").is(200).document().select("#body").first());
    }

    private Shown told(Visitor who) {
        var item = who.get("/session/pieces").is(200).document().select("#drafts [data-room=" + room + "]").first();
        return item == null ? null : in(item);
    }
}
