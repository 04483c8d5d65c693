package parley.e2e.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import parley.e2e.vocabulary.Application;
import parley.e2e.vocabulary.Browser;
import parley.e2e.vocabulary.InTheBrowser;
import parley.e2e.vocabulary.Room;
import parley.e2e.vocabulary.Tab;

@InTheBrowser
class SavedStory {

    @Test
    void aMessageIsSavedFoundAgainAndTakenOut(Room room) {
        room.newVisitor().say(room, "The key is under the pot").say(room, "Mind the dog");
        Tab tab = room.newTab().sees("Mind the dog");

        tab.click("Save", "The key is under the pot").showsPressed("Save", "The key is under the pot");
        tab.click("Save", "Mind the dog").showsPressed("Save", "Mind the dog");
        tab.reload().canTalk().showsPressed("Save", "Mind the dog");
        tab.click("Saved messages").listsSaved(List.of("Mind the dog", "The key is under the pot"));
        tab.click("Take out: Mind the dog").listsSaved(List.of("The key is under the pot")).click("Close");

        tab.showsNotPressed("Save", "Mind the dog").showsPressed("Save", "The key is under the pot");
    }

    @Test
    void whereAllTabsAreOnePersonTheyShareOneList(Room room) {
        room.newVisitor().say(room, "For all of us");
        Tab tab = room.newTab().share().isShared(true);
        Tab other = room.newTab().click("Saved messages").listsSaved(List.of());

        tab.click("Save", "For all of us");
        other.listsSaved(List.of("For all of us")).showsPressed("Save", "For all of us");

        other.click("Take out: For all of us").listsSaved(List.of());
        tab.showsNotPressed("Save", "For all of us").unshare();
    }

    @Test
    void eachTabHasItsOwn(Room room) {
        room.newVisitor().say(room, "For me alone");
        Tab tab = room.newTab().sees("For me alone");
        Tab other = room.newTab().sees("For me alone");

        tab.click("Save", "For me alone").showsPressed("Save", "For me alone");

        other.showsNotPressed("Save", "For me alone").click("Saved messages").listsSaved(List.of());
    }

    @Test
    void aSavedMessageLeadsToItsPlace(Room room) {
        var visitor = room.newVisitor().say(room, "Long ago");
        Tab tab = room.newTab().sees("Long ago").click("Save", "Long ago").showsPressed("Save", "Long ago");
        IntStream.rangeClosed(1, 120).forEach(i -> visitor.say(room, "Line " + i));

        tab.goTo("general").click("Saved messages").followSaved("Long ago");

        tab.hasInView("Long ago").canTalk();
        assertThat(tab.focus()).startsWith("article ");
    }

    @Test
    void inTheSameRoomThePageStaysAsItIs(Room room) {
        var visitor = room.newVisitor().say(room, "Further up");
        IntStream.rangeClosed(1, 60).forEach(i -> visitor.say(room, "Line " + i));
        Tab tab = room.newTab().scrollUpTo("Further up").click("Save", "Further up").showsPressed("Save", "Further up");
        tab.send("Down again").hasInView("Down again").type("Half a sent");

        tab.click("Saved messages").followSaved("Further up").hasInView("Further up").hasDraft("Half a sent");
    }

    @Test
    void aLongListUnfoldsAndStaysUnfolded(Room room) {
        var visitor = room.newVisitor();
        IntStream.rangeClosed(1, 22).forEach(i -> visitor.say(room, "Line " + i));
        Tab tab = room.newTab().sees("Line 22");
        IntStream.rangeClosed(1, 22).forEach(i -> tab.click("Save", "Line " + i));
        tab.showsPressed("Save", "Line 22").click("Saved messages").listsSaved(linesDown(22, 3));

        tab.click("Show more").listsSaved(linesDown(22, 1)).click("Take out: Line 22");
        tab.showsNotPressed("Save", "Line 22").listsSaved(linesDown(21, 1));
    }

    private static List<String> linesDown(int from, int to) {
        return IntStream.rangeClosed(to, from).mapToObj(i -> "Line " + i).toList().reversed();
    }

    @Test
    void whatTheServerDoesNotGetIsTakenBackAndSaid(Application application, Room room, Browser browser) {
        browser.excuse("WebSocket connection").excuse("ERR_CONNECTION_REFUSED").excuse("htmx:");
        Tab tab = room.newTab().send("Keep this").hasSentEverything();
        application.stop();

        tab.click("Save", "Keep this").showsNotPressed("Save", "Keep this");
        assertThat(tab.words()).contains("Not saved.");
        application.startAgain();
        tab.isLive().click("Save", "Keep this").showsPressed("Save", "Keep this");
    }

    @Test
    void itWorksWithoutAMouse(Room room) {
        Tab tab = room.newTab().send("By keys").hasSentEverything();

        tab.press(Keys.chord(Keys.SHIFT, Keys.TAB));
        assertThat(tab.focus()).isEqualTo("button Save");
        assertThat(tab.showsFocus()).isTrue();
        tab.press(Keys.SPACE).showsPressed("Save", "By keys");
    }
}
