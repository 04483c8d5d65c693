package parley.e2e.stories;

import org.junit.jupiter.api.Test;
import parley.e2e.vocabulary.InTheBrowser;
import parley.e2e.vocabulary.Room;
import parley.e2e.vocabulary.Tab;

@InTheBrowser
class PeopleStory {

    @Test
    void oneSeesWhoComesAndWhoGoes(Room room) {
        Tab ada = room.newTab().rename("Ada").isCalled("Ada").seesPerson("Ada", 1);

        Tab ben = room.newTab().rename("Ben").isCalled("Ben").seesPerson("Ada", 1);
        ada.seesPerson("Ben", 1);

        ben.close();
        ada.doesNotSeePerson("Ben");
    }

    @Test
    void onePersonWithSeveralTabsIsOnePerson(Room room) {
        Tab ada = room.newTab().rename("Ada").isCalled("Ada");
        Tab ben = room.newTab().seesPerson("Ada", 1);

        Tab second = ada.duplicate();
        ben.seesPerson("Ada", 2);
        second.isCalled("Ada").seesPerson("Ada", 2).send("From my other tab");
        ben.sees("From my other tab", "Ada");

        second.close();
        ben.seesPerson("Ada", 1);
    }

    @Test
    void whoGoesToAnotherRoomIsNoLongerHere(Room room) {
        Tab ada = room.newTab().rename("Ada").isCalled("Ada");
        Tab ben = room.newTab().seesPerson("Ada", 1);

        ada.goTo("general").seesPerson("Ada", 1);

        ben.doesNotSeePerson("Ada");
    }
}
