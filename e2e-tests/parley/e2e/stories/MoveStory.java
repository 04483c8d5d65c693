package parley.e2e.stories;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import parley.e2e.vocabulary.Application;
import parley.e2e.vocabulary.Browser;
import parley.e2e.vocabulary.InTheBrowser;
import parley.e2e.vocabulary.Room;
import parley.e2e.vocabulary.Tab;

/** Somebody goes on with another device. */
@InTheBrowser
class MoveStory {

    private final Browser phone = Browser.start();

    @AfterEach
    void putThePhoneAway() {
        phone.close();
    }

    @Test
    void aLinkBringsOneThere(Application application, Room room) {
        Tab tab = room.newTab().rename("Ada").isCalled("Ada").send("On the train soon");
        String link = openWay(tab);

        Tab there = phone.newTab(room.site()).visit(link).seesWords("Become Ada here?");
        assertThat(there.words()).doesNotContain("Bring along");
        there.click("Become Ada").isAt("/rooms/general").isCalled("Ada");

        tab.seesSessions(2).seesButton("Move to another device"); // in place of the link, which is used
        there.visit(room.path()).canTalk().send("On the train").sees("On the train", "Ada");
        tab.click("Close").sees("On the train", "Ada").isCalled("Ada");
        assertThat(application.log() + there.addressesUsed() + there.html()).doesNotContain(secret(link));
    }

    @Test
    void aLinkIsGoodOnce(Room room) {
        Tab tab = room.newTab().rename("Ada").isCalled("Ada");
        String link = openWay(tab);
        phone.newTab(room.site()).visit(link).click("Become Ada").isAt("/rooms/general");

        Tab late = phone.newTab(room.site()).visit(link).isTold("This link has been used");

        late.doesNotSeeButton("Become Ada").follow("Not now").canTalk();
        assertThat(late.name()).isNotEqualTo("Ada");
    }

    @Test
    void whoClosesTheDialogFindsNoOldLinkInIt(Room room) {
        Tab tab = room.newTab().rename("Ada").isCalled("Ada");
        openWay(tab);

        tab.click("Close").click("Your sessions").seesButton("Move to another device").doesNotSeeButton("Copy link");
    }

    @Test
    void aNewLinkClosesTheOneBefore(Room room) {
        Tab tab = room.newTab().rename("Ada").isCalled("Ada");
        String old = openWay(tab);
        String link = tab.click("Make a new link").showsAnotherWayThan(old);

        phone.newTab(room.site()).visit(old).isTold("there is a newer one").visit(link).click("Become Ada")
                .isCalled("Ada");
    }

    @Test
    void whatWasWrittenThereComesAlong(Room room) {
        Tab tab = room.newTab().rename("Ada").isCalled("Ada");
        Tab there = phone.newTab(room.site()).open(room.path()).rename("Phone").send("Who am I?");

        there.visit(openWay(tab)).seesWords("Bring along what I wrote here as Phone").click("Become Ada")
                .isCalled("Ada");

        tab.sees("Who am I?", "Ada");
    }

    @Test
    void whatWasWrittenThereIsLeftIfThePersonSaysSo(Room room) {
        Tab tab = room.newTab().rename("Ada").isCalled("Ada");
        Tab there = phone.newTab(room.site()).open(room.path()).rename("Phone").send("Who am I?");

        there.visit(openWay(tab)).seesWords("Become Ada here?").tick("Bring along what I wrote here as Phone")
                .click("Become Ada").isCalled("Ada");

        there.visit(room.path()).canTalk().send("I am Ada");
        tab.sees("I am Ada", "Ada").sees("Who am I?", "Phone");
    }

    @Test
    void whereOneIsThatPersonAlreadyNothingIsAsked(Room room) {
        Tab tab = room.newTab().rename("Ada").isCalled("Ada");
        Tab twin = tab.duplicate().isCalled("Ada");

        twin.visit(openWay(tab)).seesWords("You are Ada here already.").doesNotSeeButton("Become Ada");
    }

    private static String openWay(Tab tab) {
        return tab.click("Your sessions").click("Move to another device").wayToAnotherDevice();
    }

    private static String secret(String link) {
        return link.substring(link.indexOf('#') + 1);
    }
}
