package parley.e2e.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import parley.e2e.vocabulary.InTheBrowser;
import parley.e2e.vocabulary.Room;
import parley.e2e.vocabulary.Tab;

@InTheBrowser
class SendStory {

    @Test
    void aDoubleClickOnSendSendsOnce(Room room) {
        Tab tab = room.newTab().type("Once").doubleClick("Send").hasDraft("");
        Tab other = room.newTab();

        tab.send("Then this");

        other.seesExactly(List.of("Once", "Then this"));
        tab.seesExactly(List.of("Once", "Then this")).hasSentEverything();
    }

    @Test
    void theSameTextTwiceIsTwoMessages(Room room) {
        Tab tab = room.newTab().send("Again").send("Again").sees("Again", 2);

        tab.hasSentEverything();
        room.newTab().sees("Again", 2);
    }

    @Test
    void enterSendsAndTheBoxIsReadyForTheNext(Room room) {
        Tab tab = room.newTab().type("One").press(Keys.ENTER).hasDraft("");

        assertThat(tab.focus()).isEqualTo("textbox Message");
        tab.press("Two", Keys.ENTER).seesExactly(List.of("One", "Two")).hasSentEverything();
    }

    @Test
    void nothingIsSentWhenThereIsNothingToSend(Room room) {
        Tab tab = room.newTab().press(Keys.ENTER).type("   ").press(Keys.ENTER).click("Send");

        room.newVisitor().say(room, "Something");

        tab.seesExactly(List.of("Something"));
    }
}
