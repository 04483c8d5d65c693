package parley.e2e.stories;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import parley.e2e.vocabulary.Application;
import parley.e2e.vocabulary.Browser;
import parley.e2e.vocabulary.InTheBrowser;
import parley.e2e.vocabulary.Proxy;
import parley.e2e.vocabulary.Room;
import parley.e2e.vocabulary.Tab;

/** A session that was ended elsewhere: its tab notices, says so once, and is somebody new. */
@InTheBrowser
class EndedStory {

    private static final String TOLD = "This session was ended elsewhere. You are somebody new here.";

    @Test
    void theTabIsSomebodyNewAndSaysSoOnce(Room room, Browser browser) {
        browser.excuse("401").excuse("WebSocket connection");
        Tab here = room.newTab().rename("Ada").isCalled("Ada");
        Tab there = here.duplicate().canTalk().isCalled("Ada");
        String session = there.sessionId();

        endOthers(here);

        there.notices(TOLD).canTalk();
        assertThat(there.name()).isNotEqualTo("Ada");
        assertThat(there.sessionId()).isNotEqualTo(session);
        there.send("Who am I?").hasSentEverything().click("Dismiss").reload().canTalk();
        assertThat(there.notices()).isEmpty();
        here.sees("Who am I?", there.name()).isCalled("Ada");
    }

    @Test
    void whatIsSaidIsSaidAgainIfThePageBecomesAnotherBeforeItIsRead(Room room, Browser browser) {
        browser.excuse("401").excuse("WebSocket connection");
        Tab here = room.newTab().rename("Ada").isCalled("Ada");
        Tab there = here.duplicate().canTalk().isCalled("Ada");
        endOthers(here);
        there.notices(TOLD).canTalk();

        here.share();

        there.isCalled("Ada").notices(TOLD);
    }

    @Test
    void whatWasBeingSentIsSentBySomebodyNew(Application application, Proxy proxy, Room room, Browser browser) {
        browser.excuse("401").excuse("WebSocket connection").excuse("ERR_");
        Tab here = room.newTab().rename("Ada").isCalled("Ada");
        String session = room.newVisitor().sessionId();
        here.forkTo(session);
        Tab there = room.through(proxy).newTab().holdSession(session).reload().canTalk().isCalled("Ada");
        proxy.holdChanges();
        there.send("Halfway");

        endOthers(here);
        proxy.passChanges();

        there.notices(TOLD).canTalk().sees("Halfway", there.name()).hasSentEverything();
        here.sees("Halfway", there.name());
        assertThat(there.name()).isNotEqualTo("Ada");
    }

    @Test
    void aPageThatHearsOfNothingLearnsItWhenItAsks(Room room, Browser browser) {
        browser.excuse("401");
        Tab here = room.newTab().makeRoomByInvitation("Attic").isIn("Attic");
        String link = here.inviteLink();
        String session = room.newVisitor().sessionId();
        Tab there = browser.newTab(room.site()).visit(link).holdSession(session).reload();
        here.forkTo(session);
        endOthers(here);

        there.click("Enter the room").notices(TOLD).click("Enter the room").isIn("Attic");

        assertThat(there.sessionId()).isNotEqualTo(session);
    }

    private static void endOthers(Tab tab) {
        tab.click("Your sessions").seesSessions(2).click("End all others").agree().seesSessions(1).click("Close");
    }
}
