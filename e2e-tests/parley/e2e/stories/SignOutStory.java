package parley.e2e.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import parley.e2e.vocabulary.Application;
import parley.e2e.vocabulary.Browser;
import parley.e2e.vocabulary.InTheBrowser;
import parley.e2e.vocabulary.Proxy;
import parley.e2e.vocabulary.Room;
import parley.e2e.vocabulary.Tab;

/** Whoever signs out leaves nothing in the browser. */
@InTheBrowser
class SignOutStory {

    private static final String TOLD = "You are signed out: nothing is left in this browser.";

    @Test
    void nothingIsLeftAndThePageSaysSo(Room room, Browser browser) {
        browser.excuse("WebSocket connection"); // the stream may just be opening
        Tab tab = keeper(room).type("A secret thought").keeps("A secret thought")
                .goTo("general");
        String session = tab.sessionId();
        tab.run("sessionStorage.note = localStorage.note = 'secret'");

        tab.click("Sign out").notices(TOLD).canTalk();

        assertThat(tab.name()).isNotEqualTo("Ada");
        assertThat(tab.kept().toString()).doesNotContain(session, "secret");
        assertThat(tab.goBack().isAt(room.path()).canTalk().hasDraft("").name()).isNotEqualTo("Ada");
        tab.goForward().canTalk();
        assertThat(tab.notices()).isEmpty();
    }

    @Test
    void allTabsOfTheBrowserAreSignedOut(Room room, Browser browser) {
        browser.excuse("401").excuse("WebSocket connection");
        Tab ben = room.newTab().rename("Ben").isCalled("Ben");
        Tab ada = keeper(room).share();
        String session = ada.sessionId();
        ben.isCalled("Ada").canTalk();
        Tab fresh = room.newTab().isCalled("Ada");

        ada.click("Sign out");

        for (Tab tab : new Tab[]{ada, ben, fresh}) {
            tab.notices(TOLD).isShared(false).canTalk();
            assertThat(tab.name()).isNotIn("Ada", "Ben");
            assertThat(tab.kept().toString()).doesNotContain(session);
        }
        assertThat(ada.run("return localStorage.length")).isEqualTo(0L);
    }

    /** The server's word that the session is over comes by another way than the other tab's, and may be first by far. */
    @Test
    void aTabThatHearsItFromTheServerFirstIsSignedOutLikeTheOthers(Room room, Browser browser) {
        browser.excuse("401").excuse("WebSocket connection");
        Tab ada = keeper(room).share();
        Tab late = browser.newTab(room.site()).deafToStorage().behindStorage(Duration.ofMinutes(1));
        late.open(room.path()).isCalled("Ada").run("sessionStorage.note = 'secret'");

        ada.click("Sign out").notices(TOLD);

        isSignedOut(late);
    }

    @Test
    void aTabWithoutAStreamFindsThatTheSessionIsGone(Application application, Proxy proxy, Room room, Browser browser) {
        browser.excuse("401").excuse("WebSocket connection");
        proxy.refuseWebSockets();
        Tab ada = keeper(room.through(proxy)).share();
        Tab deaf = browser.newTab(room.through(proxy).site()).deafToStorage();
        deaf.open(room.path()).isCalled("Ada").hasStatus("Polling").run("sessionStorage.note = 'secret'");

        ada.click("Sign out").notices(TOLD);

        isSignedOut(deaf);
    }

    private static void isSignedOut(Tab tab) {
        tab.notices(TOLD).canTalk();
        assertThat(tab.name()).isNotEqualTo("Ada");
        assertThat(tab.kept().toString()).doesNotContain("secret");
    }

    private static Tab keeper(Room room) {
        return room.newTab().withPasskeys().rename("Ada").isCalled("Ada").click("Keep this name")
                .seesButton("Sign out");
    }
}
