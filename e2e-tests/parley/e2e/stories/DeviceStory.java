package parley.e2e.stories;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import parley.e2e.vocabulary.Browser;
import parley.e2e.vocabulary.InTheBrowser;
import parley.e2e.vocabulary.Room;
import parley.e2e.vocabulary.Tab;

/** Where somebody is open, and how that ends. */
@InTheBrowser
class DeviceStory {

    private static final String ENDED = "This session was ended elsewhere. You are somebody new here.";

    @Test
    void allTabsOfThePersonAreListedLive(Room room) {
        Tab tab = room.newTab().rename("Ada").isCalled("Ada");
        room.newTab().send("I am somebody else");
        tab.click("Your sessions").seesSessions(1);

        Tab twin = tab.duplicate().isCalled("Ada");
        tab.seesSessions(2).seesSession("Open now");
        assertThat(tab.sessions().getFirst()).contains("Chrome on Linux", "This one");
        assertThat(tab.sessions().getLast()).contains("Chrome on Linux", "Open now");

        twin.close();
        tab.seesSession("Last seen");
    }

    @Test
    void oneThatIsEndedNoticesAtOnceAndIsSomebodyNew(Room room, Browser browser) {
        browser.excuse("401").excuse("WebSocket connection");
        Tab tab = room.newTab().rename("Ada").isCalled("Ada").send("By Ada");
        Tab twin = tab.duplicate().isCalled("Ada");
        Tab stranger = room.newTab().rename("Ben").isCalled("Ben");

        tab.click("Your sessions").seesSessions(2).click("End Chrome on Linux");

        twin.notices(ENDED).canTalk();
        assertThat(twin.name()).isNotEqualTo("Ada");
        tab.seesSessions(1).click("Close").isCalled("Ada").send("Still Ada");
        twin.send("By somebody new").sees("Still Ada", "Ada");
        assertThat(twin.message("By somebody new").author()).isEqualTo(twin.name());
        stranger.isCalled("Ben").sees("By Ada", "Ada");
    }

    @Test
    void allOthersAreEndedAtOnce(Room room, Browser browser) {
        browser.excuse("401").excuse("WebSocket connection");
        Tab tab = room.newTab().rename("Ada").isCalled("Ada");
        Tab twin = tab.duplicate().isCalled("Ada");
        Tab triplet = twin.duplicate().isCalled("Ada");
        String before = triplet.sessionId();

        tab.click("Your sessions").seesSessions(3).click("End all others").agree();

        twin.notices(ENDED).canTalk();
        triplet.notices(ENDED).canTalk();
        tab.seesSessions(1);
        assertThat(triplet.sessionId()).isNotEqualTo(before);
        assertThat(triplet.name()).isNotEqualTo(twin.name()).isNotEqualTo("Ada");
    }

    @Test
    void whoThinksBetterOfItEndsNobody(Room room) {
        Tab tab = room.newTab().rename("Ada").isCalled("Ada");
        Tab twin = tab.duplicate().isCalled("Ada");

        tab.click("Your sessions").seesSessions(2).click("End all others").refuse().click("Close").send("All here?");

        twin.sees("All here?", "Ada").isCalled("Ada").send("Yes");
        tab.sees("Yes", "Ada");
    }
}
