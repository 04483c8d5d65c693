package parley.e2e.stories;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import parley.e2e.vocabulary.Browser;
import parley.e2e.vocabulary.InTheBrowser;
import parley.e2e.vocabulary.Room;
import parley.e2e.vocabulary.Tab;

@InTheBrowser
class WithoutJavaScriptStory {

    @Test
    void aRoomCanStillBeRead(Room room, Browser browser) {
        room.newTab().rename("Ada").isCalled("Ada").send("Readable for everybody").hasSentEverything();

        Tab reader = browser.newTab(room.site()).withoutJavaScript().visit(room.path());

        reader.sees("Readable for everybody", "Ada").seesRoom("general").follow("general").isAt("/rooms/general");
    }

    @Test
    void thePageSaysWhatIsMissing(Room room, Browser browser) {
        Tab reader = browser.newTab(room.site()).withoutJavaScript().visit(room.path());

        reader.hasStatus("Offline");
        assertThat(reader.words()).contains("JavaScript");
    }

    @Test
    void nothingIsOfferedThatNeedsIt(Room room, Browser browser) {
        Tab reader = browser.newTab(room.site()).withoutJavaScript().visit(room.path()).seesRoom("general");

        assertThat(reader.controls()).isEmpty();
        assertThat(reader.words()).doesNotContain("New room", "Saved messages", "Your sessions", "People here");
        assertThat(reader.inWindow(390, 844).controls()).containsExactly("button Rooms and your name");
    }
}
