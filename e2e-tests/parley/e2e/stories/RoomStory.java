package parley.e2e.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import parley.e2e.vocabulary.Application;
import parley.e2e.vocabulary.Browser;
import parley.e2e.vocabulary.InTheBrowser;
import parley.e2e.vocabulary.Room;
import parley.e2e.vocabulary.Tab;

@InTheBrowser
class RoomStory {

    @Test
    void theFrontDoorLeadsToTheGeneralRoom(Room room, Browser browser) {
        Tab tab = browser.newTab(room.site()).open("/");

        tab.isAt("/rooms/general").isIn("general");
    }

    @Test
    void aNewRoomAppearsInEveryTabAndIsARoomOfItsOwn(Room room) {
        Tab maker = room.newTab();
        Tab other = room.newTab().send("This stays here");

        maker.makeRoom("Tea & Biscuits").isIn("Tea & Biscuits").isAt("/rooms/tea-biscuits").send("Who wants some?");

        other.seesRoom("Tea & Biscuits").doesNotSee("Who wants some?");
        other.goTo("Tea & Biscuits").seesExactly(List.of("Who wants some?"));
        maker.doesNotSee("This stays here");
    }

    @Test
    void whereThereAreManyRoomsOneIsFoundByItsName(Room room, Application application) {
        var visitor = room.newVisitor();
        visitor.makeRoom("Hedgehogs");
        for (int i = 1; i <= 50; i++) {
            visitor.makeRoom("Crowd " + i);
        }
        Tab tab = room.newTab().doesNotSeeRoom("Hedgehogs");
        assertThat(tab.run("return document.documentElement.scrollHeight <= innerHeight")).isEqualTo(true);
        assertThat(tab.run("return document.querySelector('#name').getBoundingClientRect().bottom <= innerHeight"))
                .as("who one is stays in sight").isEqualTo(true);

        tab.click("All rooms").hasFocus("textbox Find a room").fillIn("Find a room", "hedge").follow("Hedgehogs")
                .isIn("Hedgehogs").send("Anybody here?");
        room.newVisitor().makeRoom("A newer one");

        tab.seesRoom("A newer one").isIn("Hedgehogs");
    }

    @Test
    void inALowWindowTheRoomsAreStillAList(Room room, Application application) {
        var visitor = room.newVisitor();
        for (int i = 1; i <= 50; i++) {
            visitor.makeRoom("Crowd " + i);
        }
        Tab tab = room.newTab().inWindow(1280, 600);
        assertThat(tab.roomsInView()).isGreaterThanOrEqualTo(5);

        tab.inWindow(844, 390);
        assertThat(tab.roomsInView()).isGreaterThanOrEqualTo(5);
        tab.rename("Low").isCalled("Low");
    }

    @Test
    void aRoomThatIsNotThereIsAFriendlyPageWithAWayBack(Room room, Browser browser) {
        browser.excuse("status of 404");
        Tab tab = browser.newTab(room.site()).visit("/rooms/atlantis");

        assertThat(tab.words()).contains("room").doesNotContain("Exception");
        tab.follow("Back to the chat").canTalk().isAt("/rooms/general");
    }
}
