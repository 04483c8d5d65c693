package parley.e2e.stories;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import parley.e2e.vocabulary.Application;
import parley.e2e.vocabulary.Browser;
import parley.e2e.vocabulary.InTheBrowser;
import parley.e2e.vocabulary.Room;
import parley.e2e.vocabulary.Tab;

/** A room is made in three steps: its name, who may enter, how it looks. */
@InTheBrowser
class WizardStory {

    private static final String STORED = """
            return JSON.stringify([...Object.entries(sessionStorage), ...Object.entries(localStorage)])
            """;

    @Test
    void aRoomHasTheLookThatWasChosen(Room room) {
        Tab tab = room.newTab().nameRoom("Hedgehogs").isAsked("Who may enter Hedgehogs?").click("Next");

        tab.choose("🦔").choose("iris").click("Make room").isIn("Hedgehogs");

        assertThat(tab.run("return {...document.querySelector('h1.look').dataset}"))
                .hasToString("{emoji=🦔, hue=iris}");
        tab.seesNoQuestion();
    }

    @Test
    void theStepIsKeptThroughAReloadAndARestart(Application application, Room room, Browser browser) {
        browser.excuse("WebSocket connection").excuse("ERR_CONNECTION_REFUSED");
        Tab tab = room.newTab().nameRoom("Patience").choose("Who has the link").click("Next").isAsked("Colour");

        tab.reload().isAsked("Picture of Patience");
        application.restart();
        tab.isLive().isAsked("Picture of Patience");
        tab.reload().isAsked("Picture of Patience");
        assertThat((String) tab.run(STORED)).doesNotContain("Patience", "wizard", "invited");

        tab.click("Make room").isIn("Patience").seesButton("Invite");
    }

    @Test
    void aTabThatIsOpenedAgainGoesOn(Room room) {
        Tab tab = room.newTab().nameRoom("Second thoughts").choose("Who has the link").click("Next")
                .isAsked("Colour");

        tab.close();
        tab.reopen().isAsked("Picture of Second thoughts").click("Back").hasChosen("Who has the link");
    }

    @Test
    void twoTabsMakeTwoRoomsAtOnce(Room room) {
        Tab one = room.newTab().nameRoom("One way").isAsked("Who may enter One way?");
        Tab other = room.newTab().nameRoom("Other way").isAsked("Who may enter Other way?");

        one.click("Next").isAsked("Picture of One way");
        other.choose("Who has the link").click("Next").isAsked("Picture of Other way");

        one.click("Make room").isIn("One way");
        other.click("Make room").isIn("Other way");
    }

    @Test
    void whereAllTabsAreOnePersonAllShowTheSameStep(Room room) {
        Tab one = room.newTab().share().canTalk();
        Tab other = room.newTab().isShared(true).canTalk();

        one.nameRoom("Together").isAsked("Who may enter Together?");
        other.isAsked("Who may enter Together?").choose("Who has the link").click("Next").isAsked("Colour");
        one.isAsked("Picture of Together").click("Make room").isIn("Together");

        other.seesRoom("Together").seesNoQuestion();
        one.unshare();
    }

    @Test
    void aDuplicatedTabGoesOnByItself(Room room) {
        Tab tab = room.newTab().nameRoom("Fork").isAsked("Who may enter Fork?");
        Tab twin = tab.duplicate().isAsked("Who may enter Fork?");

        twin.click("Cancel").seesNoQuestion();
        tab.click("Next").isAsked("Picture of Fork").click("Make room").isIn("Fork");
        twin.seesRoom("Fork");
    }

    @Test
    void oneGoesBackWithAllThatWasChosen(Room room) {
        Tab tab = room.newTab().nameRoom("Tae").choose("Who has the link").click("Next");

        tab.isAsked("Colour").choose("moss").click("Back").hasChosen("Who has the link").click("Back")
                .hasFocus("textbox New room").press(Keys.chord(Keys.CONTROL, "a"), "Tea", Keys.ENTER);

        tab.isAsked("Who may enter Tea?").hasChosen("Who has the link").click("Next").click("Make room")
                .isIn("Tea");
    }

    @Test
    void oneNeedsNoMouse(Room room) {
        Tab tab = room.newTab().nameRoom("Only keys").hasFocus("radio Everyone");

        tab.press(Keys.ARROW_DOWN).hasFocus("radio Who has the link").press(Keys.ENTER).isAsked("Colour");
        tab.press(Keys.TAB, Keys.ARROW_RIGHT).press(Keys.TAB).hasFocus("button Make room");
        tab.press(Keys.TAB).press(Keys.SPACE).hasFocus("radio Who has the link");
        tab.press(Keys.chord(Keys.SHIFT, Keys.TAB)).hasFocus("button Cancel").press(Keys.ENTER)
                .hasFocus("textbox New room");
        tab.seesNoQuestion();
    }

    @Test
    void whatCannotBeIsSaidBesideTheField(Room room, Browser browser) {
        browser.excuse("422");
        Tab tab = room.newTab().nameRoom("!?").isTold("A room's name needs at least one letter or digit.");
        room.newVisitor().makeRoom("Crowded");

        tab.press(Keys.chord(Keys.CONTROL, "a"), "Crowded", Keys.ENTER);
        tab.isAsked("Who may enter Crowded?").click("Next").isTold("There is a room with this name already.");

        tab.choose("Who has the link").click("Next").isAsked("Colour").click("Make room").isIn("Crowded");
    }

    @Test
    void aRoomByInvitationAppearsInThePersonsOtherTabs(Room room) {
        Tab tab = room.newTab().send("Hello");
        Tab twin = tab.duplicate();
        Tab stranger = room.newTab();

        tab.makeRoomByInvitation("Backstage").isIn("Backstage");

        twin.seesRoom("Backstage").goTo("Backstage");
        stranger.makeRoom("Front row").isIn("Front row").doesNotSeeRoom("Backstage");
    }
}
