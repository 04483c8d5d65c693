package parley.e2e.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import parley.e2e.vocabulary.InTheBrowser;
import parley.e2e.vocabulary.Room;
import parley.e2e.vocabulary.Tab;

@InTheBrowser
class LookStory {

    @Test
    void aTabLooksAsItsSystemUntilItChooses(Room room) {
        Tab tab = room.newTab().prefers("dark").looks("dark", "System").prefers("light").looks("light", "System");

        tab.chooseLook("Dark").looks("dark", "Dark");
        tab.reload().canTalk().looks("dark", "Dark").goTo("general").looks("dark", "Dark");
        tab.chooseLook("System").looks("light", "System");
    }

    @Test
    void whereAllTabsAreOnePersonTheyLookAlike(Room room) {
        Tab tab = room.newTab().prefers("light").share().isShared(true);
        Tab other = room.newTab().prefers("light").looks("light", "System");

        tab.chooseLook("Dark");

        other.looks("dark", "Dark").chooseLook("Light");
        tab.looks("light", "Light").unshare();
    }

    @Test
    void eachTabHasItsOwn(Room room) {
        Tab tab = room.newTab().prefers("light");
        Tab other = room.newTab().prefers("light");

        tab.chooseLook("Dark").looks("dark", "Dark");

        other.looks("light", "System");
    }

    /** The server tells the look two answers after the page only. */
    @Test
    void aReloadDoesNotFlashInTheWrongColours(Room room) {
        Tab tab = room.newTab().prefers("light").chooseLook("Dark").looks("dark", "Dark");

        tab.onSlowNetwork(Duration.ofSeconds(2)).reload();

        assertThat(tab.run("return getComputedStyle(document.documentElement).colorScheme")).isEqualTo("dark");
        assertThat(tab.run("""
                const [script] = performance.getEntriesByName(document.querySelector('head > script').src)
                return script.renderBlockingStatus
                """))
                .isEqualTo("blocking");
        tab.looks("dark", "Dark");
    }

    @Test
    void whatStandsInOneLineIsStraight(Room room) {
        Tab tab = room.newTab().onPhone().click("Rooms and your name").seesButton("Sign in");
        assertThat(top(tab, "#account summary")).isEqualTo(top(tab, "#account [data-account=keep]"));
    }

    @Test
    void whatStandsInOneColumnIsStraight(Room room) {
        Tab tab = room.newTab().onPhone().click("Rooms and your name");

        tab.nameRoom("Straight").choose("Who has the link").click("Next").isAsked("Colour");
        assertThat(tab.run("""
                const [tile, button] = ['.hue label', 'form > button']
                    .map(each => document.querySelector(`#wizard ${each}`))
                return button.getBoundingClientRect().left - tile.getBoundingClientRect().left
                """)).isEqualTo(0L);
    }

    @Test
    void underTheInvitationItIsStraightToo(Room room) {
        Tab tab = room.newTab().makeRoomByInvitation("Straight").isIn("Straight").onPhone();

        tab.click("Invite").seesButton("Make a new link");
        assertThat(left(tab, "#invite .renewal button")).isEqualTo(left(tab, "#renewing"));
    }

    @Test
    void aLongNameIsShortened(Room room) {
        Tab tab = room.newTab();

        assertThat(tab.run("return getComputedStyle(document.querySelector('#name')).textOverflow"))
                .isEqualTo("ellipsis");
    }

    @Test
    void theFocusOfTheNameIsBelowItsLabel(Room room) {
        Tab tab = room.newTab().typeName("Ada");

        assertThat(tab.showsFocus()).isTrue();
        assertThat(tab.run("""
                const {outlineOffset, outlineWidth} = getComputedStyle(document.activeElement)
                const {top} = document.activeElement.getBoundingClientRect()
                return top - parseFloat(outlineOffset) - parseFloat(outlineWidth)
                    >= document.querySelector('[for=name]').getBoundingClientRect().bottom
                """)).isEqualTo(true);
    }

    @Test
    void theEmptyMessageBoxIsOneLineHighWhateverItsRoomIsCalled(Room room) {
        Tab tab = room.newTab().makeRoom("A room with quite a long name for phones")
                .isIn("A room with quite a long name for phones").onPhone();
        var height = "return document.querySelector('#body').offsetHeight";
        Object empty = tab.run(height);

        assertThat(tab.type("Hi").run(height)).isEqualTo(empty);
        assertThat((Long) tab.type("\nthere").run(height)).isGreaterThan((Long) empty);
    }

    /** Where its text begins. */
    private static Object left(Tab tab, String selector) {
        return edge(tab, selector, "left");
    }

    private static Object top(Tab tab, String selector) {
        return edge(tab, selector, "top");
    }

    private static Object edge(Tab tab, String selector, String edge) {
        return tab.run("""
                const range = new Range()
                range.selectNodeContents(document.querySelector('%s').firstChild)
                return Math.round(range.getBoundingClientRect().%s)
                """.formatted(selector, edge));
    }
}
