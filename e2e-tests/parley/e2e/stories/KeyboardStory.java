package parley.e2e.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import parley.e2e.vocabulary.Application;
import parley.e2e.vocabulary.InTheBrowser;
import parley.e2e.vocabulary.Room;
import parley.e2e.vocabulary.Tab;

@InTheBrowser
class KeyboardStory {

    private static final int STOPS = 40;

    /** What has the focus between the last stop and the first: the page itself. */
    private static final Set<String> NOTHING = Set.of("none ", "generic ", "RootWebArea ");

    @Test
    void everythingIsReachedByTheTabKeyAndShowsThatItHasTheFocus(Application application, Room room) {
        Tab tab = room.newTab().send("Hello").sees("Hello");
        Map<String, Boolean> visible = new HashMap<>();

        for (int i = 0; i < STOPS; i++) {
            tab.press(Keys.TAB);
            visible.put(tab.focus(), tab.showsFocus());
        }

        assertThat(visible).containsKeys("textbox Message", "textbox Your name", "link general", "button Send");
        visible.keySet().removeAll(NOTHING);
        assertThat(visible).doesNotContainValue(false);
    }

    @Test
    void oneCanDoEverythingWithoutAMouse(Application application, Room room) {
        Tab tab = room.newTab();
        Tab other = room.newTab();

        goTo(tab, "textbox Message").press("First line", Keys.chord(Keys.SHIFT, Keys.ENTER), "second line", Keys.ENTER);
        other.sees("First line\nsecond line");

        goTo(tab, "textbox Your name").press(Keys.chord(Keys.CONTROL, "a"), "Keyla", Keys.ENTER);
        other.sees("First line\nsecond line", "Keyla");

        goTo(tab, "link general").press(Keys.ENTER);
        tab.isIn("general");

        openNewRoom(tab).press("Keys only", Keys.ENTER);
        tab.hasFocus("radio Everyone").press(Keys.ENTER);
        tab.isAsked("Colour").press(Keys.ENTER);
        tab.isIn("Keys only").isCalled("Keyla");
        goTo(tab, "textbox Message").press("Here I am", Keys.ENTER);
        tab.seesExactly(List.of("Here I am"));
    }

    private static Tab openNewRoom(Tab tab) {
        return goTo(tab, "textbox New room");
    }

    private static Tab goTo(Tab tab, String what) {
        for (int i = 0; i < STOPS && !tab.focus().equals(what); i++) {
            tab.press(Keys.TAB);
        }
        assertThat(tab.focus()).isEqualTo(what);
        return tab;
    }
}
