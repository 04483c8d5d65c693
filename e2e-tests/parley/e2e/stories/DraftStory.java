package parley.e2e.stories;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import parley.e2e.vocabulary.Application;
import parley.e2e.vocabulary.Browser;
import parley.e2e.vocabulary.InTheBrowser;
import parley.e2e.vocabulary.Room;
import parley.e2e.vocabulary.Tab;

@InTheBrowser
class DraftStory {

    private static final String TOO_LONG = "o".repeat(4_001);

    @Test
    void aDraftSurvivesAReload(Room room) {
        Tab tab = room.newTab().type("I was just about to").reload().canTalk();

        tab.hasDraft("I was just about to").send(" say this").sees("I was just about to say this");
        tab.reload().canTalk().hasDraft("");
    }

    @Test
    void aDraftBelongsToItsTab(Room room) {
        room.newTab().type("Private thoughts");

        room.newTab().hasDraft("");
    }

    @Test
    void whereAllTabsAreOnePersonTheySeeWhatTheOthersType(Room room) {
        Tab tab = room.newTab().share().isShared(true);
        Tab other = room.newTab();

        tab.type("Begun here");
        other.hasDraft("Begun here").type(", ended there");
        tab.hasDraft("Begun here, ended there");

        other.send("!");
        tab.hasDraft("").unshare();
    }

    @Test
    void whatOneTypesIsNotTakenFromUnderTheirHands(Room room) {
        Tab tab = room.newTab().share().isShared(true);
        Tab slow = room.newTab().onSlowNetwork(Duration.ofSeconds(5)).type("Slow and steady");

        tab.hasDraft("Slow and steady").type("!").keeps("Slow and steady!");
        slow.hasDraft("Slow and steady").hasDraft("Slow and steady!");
        tab.unshare();
    }

    @Test
    void aDraftWaitsInItsRoom(Room room) {
        Tab tab = room.newTab().type("Only for here").goTo("general").hasDraft("");

        tab.marks(nameOf(room), "Draft").open(room.path()).hasDraft("Only for here").send("!").goTo("general");
        tab.marks(nameOf(room), "");
    }

    @Test
    void aDraftSurvivesARestartOfTheServer(Application application, Room room, Browser browser) {
        browser.excuse("WebSocket connection").excuse("ERR_CONNECTION_REFUSED");
        Tab tab = room.newTab().type("Unbroken");

        tab.keeps("Unbroken");
        application.restart();

        tab.isLive().reload().canTalk().hasDraft("Unbroken");
    }

    @Test
    void whatIsTypedWhileTheServerIsAwayIsKeptByTheTabAndThenByTheServer(Application application, Room room,
            Browser browser) {
        browser.excuse("WebSocket connection").excuse("ERR_CONNECTION_REFUSED");
        Tab tab = room.newTab();
        application.stop();

        tab.type("Into the void").press(Keys.ESCAPE);
        application.startAgain();

        tab.isLive().keeps("Into the void").reload().canTalk().hasDraft("Into the void");
    }

    @Test
    void whatIsTypedBeforeTheBoxIsThereGetsThere(Room room) {
        Tab tab = room.newTab().type("Good morn").keeps("Good morn").onSlowNetwork(Duration.ofSeconds(1)).reload();

        tab.press("ing").hasDraft("Good morning").press("!", Keys.ENTER).sees("Good morning!");
    }

    @Test
    void aDuplicatedTabHasTheDraftToo(Room room) {
        Tab tab = room.newTab().type("Two of a kind").keeps("Two of a kind");

        tab.duplicate().hasDraft("Two of a kind");
    }

    @Test
    void aMessageThatIsTooLongSaysSoAndIsKept(Room room, Browser browser) {
        browser.excuse("422");
        Tab tab = room.newTab().paste(TOO_LONG).press(Keys.ENTER);

        tab.isTold("4,000").hasDraft(TOO_LONG).press(Keys.BACK_SPACE, Keys.ENTER).hasDraft("");

        room.newTab().sees("o".repeat(4_000));
    }

    @Test
    void aDraftSurvivesADatabaseThatWasWiped(Application application, Browser browser) throws IOException {
        browser.excuse("WebSocket connection").excuse("ERR_");
        Tab tab = browser.newTab(application.address()).open("/rooms/general").send("Of the old days");
        tab.hasSentEverything().type("Half a thought").keeps("Half a thought");

        application.stop().wipe().startAgain();

        tab.seesExactly(List.of()).canTalk().hasDraft("Half a thought").keeps("Half a thought").send("!");
        tab.seesExactly(List.of("Half a thought!")).reload().canTalk().hasDraft("");
    }

    private static String nameOf(Room room) {
        return room.slug().replace('-', ' ');
    }
}
