package parley.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.LiveStream;
import parley.LiveStream.Frame;
import parley.RunningParley;
import parley.Visitor;

/** What a tab hears of its room. */
class StreamTest {

    private static final int TABS = 20;

    @RegisterExtension
    static final RunningParley parley = new RunningParley();

    private final String room = parley.room();
    private final Visitor ann = parley.visitor();
    private final Visitor bob = parley.visitor();

    @Test
    void aTabHearsWhatIsSaidInItsRoomAndNothingElse() {
        String elsewhere = parley.room();
        try (var tab = bob.listen(room)) {
            ann.say(elsewhere, "Not here");
            ann.say(room, "Here");

            assertThat(tab.upTo(1).texts()).containsExactly("Here");
        }
    }

    @Test
    void aTabThatWasAwayHearsWhatItMissed() {
        ann.say(room, "Before");
        String cursor = bob.cursor(room);
        ann.say(room, "Missed");
        bob.say(room, "Missed too");
        try (var tab = bob.listen(room, cursor)) {
            tab.upTo(3);
            ann.say(room, "Live");

            assertThat(tab.upTo(4).texts()).containsExactly("Missed", "Missed too", "Live");
        }
    }

    @Test
    void aTabThatWasAwayHearsTheNewNameOfTheOneWhoWroteBefore() {
        ann.say(room, "Before");
        String cursor = bob.cursor(room);
        ann.rename("Ann");
        try (var tab = bob.listen(room, cursor)) {
            assertThat(tab.upTo(2).names()).containsExactly("Ann");
            assertThat(tab.texts()).isEmpty();
        }
    }

    @Test
    void twentyTabsHearEveryMessageOnceAndInOneOrder() throws InterruptedException {
        var tabs = IntStream.range(0, TABS).mapToObj(number -> parley.visitor().listen(room)).toList();
        try (var threads = Executors.newFixedThreadPool(8)) {
            IntStream.range(0, 100).forEach(number -> threads.submit(() -> parley.visitor().say(room, "" + number)));
        }

        var order = tabs.getFirst().upTo(100).texts();
        assertThat(order).hasSize(100).doesNotHaveDuplicates();
        assertThat(tabs).allSatisfy(tab -> assertThat(tab.upTo(100).texts()).isEqualTo(order));
        assertThat(parley.said(room)).isEqualTo(order.subList(50, 100));
        tabs.forEach(LiveStream::close);
    }

    @Test
    void tabsThatComeAndGoMissNothing() {
        try (var stays = parley.visitor().listen(room)) {
            String cursor = bob.cursor(room);
            for (int number = 1; number <= 30; number++) {
                ann.say(room, "" + number);
                try (var tab = bob.listen(room, cursor)) {
                    assertThat(tab.upTo(number).texts()).containsExactly("" + number);
                    cursor = tab.frames("feed").getLast().cursor();
                }
            }

            assertThat(stays.upTo(30).texts()).hasSize(30);
        }
    }

    @Test
    void aDraftThatIsSentTwiceIsHeardOnce() {
        String key = Visitor.newKey();
        try (var tab = bob.listen(room)) {
            ann.post(room, "Once", key);
            ann.post(room, "Once", key);
            ann.say(room, "Then");

            assertThat(tab.upTo(2).texts()).containsExactly("Once", "Then");
            assertThat(tab.frames("feed")).extracting(Frame::revision).doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"another:0", "another:1"})
    void aCursorOfAnotherHistoryMeansToReload(String cursor) {
        ann.say(room, "Hello");
        try (var other = ann.listen(room); var tab = bob.listen(room, cursor)) {
            tab.isToldToReload();
            ann.say(room, "Still here");

            assertThat(other.upTo(2).texts()).containsExactly("Still here");
        }
    }

    @Test
    void aCursorFromTheFutureMeansToReload() {
        try (var tab = bob.listen(room, ann.cursor(room) + "1")) {
            tab.isToldToReload();
        }
    }

    @Test
    void aCursorThatIsTooFarBackMeansToReload() {
        String start = bob.cursor(room);
        Many.posts(parley, room, 1_001);
        try (var tab = bob.listen(room, start)) {
            tab.isToldToReload();
        }
    }

    @Test
    void aTabThatSpeaksIsSentAwayAndTheOthersGoOn() {
        try (var other = ann.listen(room); var tab = bob.listen(room)) {
            assertThat(tab.send("hello").closeCode()).isEqualTo(1008);
            ann.say(room, "Still here");

            assertThat(other.upTo(1).texts()).containsExactly("Still here");
            assertThat(parley.said(room)).isEqualTo(List.of("Still here"));
        }
    }

    @Test
    void aTabOutlivesTheServer() {
        var before = bob.listen(room);
        ann.say(room, "Before");
        String cursor = before.upTo(1).frames("feed").getLast().cursor();
        parley.stop();
        assertThat(before.closeCode()).isEqualTo(1012);

        parley.start();
        ann.say(room, "While it was away");
        try (var after = bob.listen(room, cursor)) {
            assertThat(after.upTo(2).texts()).containsExactly("While it was away");
        }
    }
}
