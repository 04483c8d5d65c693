package parley.e2e.stories;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import parley.e2e.vocabulary.Browser;
import parley.e2e.vocabulary.InTheBrowser;
import parley.e2e.vocabulary.Proxy;
import parley.e2e.vocabulary.Room;
import parley.e2e.vocabulary.Tab;

@InTheBrowser
class RenameStory {

    @Test
    void aNewNameAppearsEverywhereAtOnce(Room room) {
        Tab ada = room.newTab().send("An old message");
        Tab other = room.newTab().sees("An old message", ada.name());

        ada.rename("Ada");

        ada.isCalled("Ada").sees("An old message", "Ada").seesPerson("Ada", 1);
        other.sees("An old message", "Ada").seesPerson("Ada", 1);
        other.reload().canTalk().sees("An old message", "Ada");
        ada.reload().canTalk().isCalled("Ada").send("A new message");
        other.sees("A new message", "Ada");
    }

    @Test
    void leavingTheBoxIsEnough(Room room) {
        Tab tab = room.newTab().send("Hello");
        Tab other = room.newTab().sees("Hello");

        tab.typeName("Grace").press(Keys.TAB);

        other.sees("Hello", "Grace");
    }

    @Test
    void theNameGoesWithThePersonToOtherRooms(Room room) {
        Tab tab = room.newTab().rename("Emmy").isCalled("Emmy");

        tab.goTo("general").isCalled("Emmy");
    }

    @Test
    void theNewestNameWinsWhereverItWasTaken(Room room) {
        Tab ada = room.newTab().rename("Ada").isCalled("Ada");
        Tab other = room.newTab().seesPerson("Ada", 1);

        ada.goTo("general").rename("Ada Lovelace").isCalled("Ada Lovelace").open(room.path()).send("Back again");

        other.sees("Back again", "Ada Lovelace").seesPerson("Ada Lovelace", 1).doesNotSeePerson("Ada");
    }

    @Test
    void aNameThatIsRefusedSaysWhyAndTheOldOneStays(Room room, Browser browser) {
        browser.excuse("422");
        Tab tab = room.newTab().rename("Ada").isCalled("Ada").send("Hello").sees("Hello", "Ada");
        Tab other = room.newTab();

        tab.rename("A".repeat(41)).isTold("40");
        other.sees("Hello", "Ada").seesPerson("Ada", 1);

        tab.rename("   ").isTold("name");
        tab.reload().canTalk().isCalled("Ada").sees("Hello", "Ada");
    }

    @Test
    void whatIsRefusedStaysInItsBoxUntilItIsCorrectedOrGivenUp(Room room, Browser browser) {
        browser.excuse("422");
        String tooLong = "A".repeat(41), longest = "A".repeat(40);
        Tab tab = room.newTab().rename("Ada").isCalled("Ada").send("Hello").hasSentEverything();

        tab.rename(tooLong).isTold("at most 40").isCalled(tooLong).sees("Hello", "Ada");
        tab.typeName(longest).press(Keys.ENTER).sees("Hello", longest).isCalled(longest);

        tab.rename("").isTold("needs").isCalled("").press(Keys.ESCAPE).isCalled(longest).isNotTold("needs");
    }

    @Test
    void whatIsRefusedStaysWhateverElseComes(Proxy proxy, Room room, Browser browser) {
        browser.excuse("422").excuse("WebSocket connection");
        String tooLong = "A".repeat(41);
        Tab tab = room.through(proxy).newTab().isLive().rename(tooLong).isTold("at most 40").type("Meanwhile");

        proxy.refuseWebSockets();
        tab.hasStatus("Reconnecting");
        proxy.allowWebSockets();

        tab.isLive().keeps("Meanwhile").isCalled(tooLong).isTold("at most 40");
    }
}
