package parley.e2e.stories;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import parley.e2e.vocabulary.InTheBrowser;
import parley.e2e.vocabulary.Room;
import parley.e2e.vocabulary.Tab;

/** The switch: one person a tab, or one in all tabs of the browser. */
@InTheBrowser
class PlaceStory {

    @Test
    void sharedAllTabsAreThatPersonAtOnce(Room room) {
        Tab ada = room.newTab().rename("Ada").isCalled("Ada").send("Mine").hasSentEverything().type("Not yet");
        Tab other = room.newTab().rename("Ben").isCalled("Ben");
        String session = ada.keeps("Not yet").sessionId();

        ada.share();

        other.isCalled("Ada").isShared(true).canTalk().hasDraft("Not yet");
        assertThat(other.message("Mine").mine()).isTrue();
        assertThat(other.sessionId()).isEqualTo(session);
        Tab fresh = room.newTab().isCalled("Ada").isShared(true);
        fresh.rename("Countess");
        ada.isCalled("Countess").isShared(true).reload().canTalk().isCalled("Countess");
        assertThat(ada.duplicate().canTalk().sessionId()).isEqualTo(session);
        ada.unshare();
    }

    @Test
    void takenBackEachTabIsAgainWhoItWas(Room room) {
        Tab ada = room.newTab().rename("Ada").isCalled("Ada");
        Tab ben = room.newTab().rename("Ben").isCalled("Ben").type("Still here").keeps("Still here");
        String adas = ada.sessionId();
        String bens = ben.sessionId();
        ada.share();
        ben.isCalled("Ada").isShared(true);
        Tab fresh = room.newTab().isCalled("Ada");

        ada.unshare();

        ben.isShared(false).canTalk().isCalled("Ben").hasDraft("Still here");
        fresh.isShared(false).canTalk().isCalled("Ada");
        assertThat(ada.sessionId()).isEqualTo(adas);
        assertThat(ben.sessionId()).isEqualTo(bens);
        assertThat(fresh.sessionId()).isNotIn(adas, bens);
        assertThat(ada.run("return localStorage.length")).isEqualTo(0L);
        fresh.send("On my own").hasSentEverything();
        ada.reload().canTalk().isCalled("Ada").sees("On my own", "Ada");
        assertThat(room.newTab().name()).isNotIn("Ada", "Ben");
    }

    @Test
    void anotherTabMayTakeIt(Room room) {
        Tab ada = room.newTab().rename("Ada").isCalled("Ada");
        Tab ben = room.newTab().rename("Ben").isCalled("Ben");
        String session = ada.sessionId();
        ada.share();

        ben.isCalled("Ada").canTalk().unshare();

        ada.isShared(false).canTalk().isCalled("Ada");
        assertThat(ben.isCalled("Ada").sessionId()).isEqualTo(session).isNotEqualTo(ada.sessionId());
        ben.reload().canTalk().isCalled("Ada");
    }

    @Test
    void duplicatesOfSharedTabsPartWhenItIsTakenBack(Room room) {
        Tab ada = room.newTab().rename("Ada").isCalled("Ada");
        Tab ben = room.newTab().rename("Ben").isCalled("Ben");
        String bens = ben.sessionId();
        ada.share();
        Tab twin = ben.isCalled("Ada").canTalk().duplicate().isCalled("Ada").canTalk();

        ada.unshare();

        ben.isShared(false).isCalled("Ben");
        assertThat(ben.sessionId()).isEqualTo(bens);
        assertThat(twin.isShared(false).canTalk().isCalled("Ada").sessionId()).isNotIn(bens, ada.sessionId());
    }

    @Test
    void theKeyboardIsEnough(Room room) {
        Tab ada = room.newTab().rename("Ada").isCalled("Ada");
        Tab other = room.newTab();

        ada.run("document.querySelector('#place :checked').focus()");
        ada.press(Keys.ARROW_RIGHT);

        other.isCalled("Ada").isShared(true);
        ada.isShared(true).unshare();
    }
}
