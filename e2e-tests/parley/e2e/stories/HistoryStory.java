package parley.e2e.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import parley.e2e.vocabulary.InTheBrowser;
import parley.e2e.vocabulary.Room;
import parley.e2e.vocabulary.Tab;

@InTheBrowser
class HistoryStory {

    @Test
    void olderMessagesComeWhenOneScrollsUpAndTheViewDoesNotJump(Room room) {
        var lines = fill(room, 300);
        Tab tab = room.newTab().hasInView("Line 300").doesNotSee("Line 100");

        for (int step = 0; step < 16; step++) {
            var line = tab.firstInView();
            var top = tab.place(line).top();
            tab.scroll(-400).hasAt(top + 400, line);
        }
        assertThat(tab.texts()).hasSizeGreaterThan(100).isEqualTo(lines.subList(300 - tab.texts().size(), 300));

        tab.scrollUpTo("Line 1").seesExactly(lines);
    }

    @Test
    void aReaderOfOldMessagesIsNotDisturbedButTold(Room room) {
        fill(room, 60);
        Tab tab = room.newTab().hasInView("Line 60").doesNotSeeButton("New messages").scroll(-300);
        var before = tab.place("Line 50").top();

        room.newVisitor().say(room, "News!");

        tab.seesButton("New messages");
        assertThat(tab.place("Line 50").top()).isCloseTo(before, within(1L));
        assertThat(tab.place("News!").isInView()).isFalse();
        tab.click("New messages").hasInView("News!").doesNotSeeButton("New messages");
    }

    @Test
    void whoIsAtTheBottomFollows(Room room) {
        fill(room, 60);
        Tab tab = room.newTab().hasInView("Line 60");
        var visitor = room.newVisitor();

        IntStream.rangeClosed(61, 70).forEach(i -> visitor.say(room, "Line " + i));

        tab.hasInView("Line 70").doesNotSeeButton("New messages");
    }

    @Test
    void whoWritesSeesWhatTheyWrote(Room room) {
        fill(room, 60);
        Tab tab = room.newTab().hasInView("Line 60").scroll(-2_000);

        tab.send("Mine").hasInView("Mine").doesNotSeeButton("New messages");
    }

    private static List<String> fill(Room room, int lines) {
        var visitor = room.newVisitor();
        return IntStream.rangeClosed(1, lines).mapToObj(i -> "Line " + i).peek(line -> visitor.say(room, line))
                .toList();
    }
}
