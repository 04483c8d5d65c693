package parley.e2e.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import parley.e2e.vocabulary.Browser;
import parley.e2e.vocabulary.InTheBrowser;
import parley.e2e.vocabulary.Room;
import parley.e2e.vocabulary.Tab;

/** Somebody stays who they are. */
@InTheBrowser
class PasskeyStory {

    @Test
    void aNameIsKept(Room room) {
        Tab tab = room.newTab().rename("Ada").isCalled("Ada").send("Mine").withPasskeys();
        String before = tab.sessionId();

        tab.click("Keep this name").seesWords("Kept by a passkey");

        assertThat(tab.sessionId()).isNotEqualTo(before);
        tab.isCalled("Ada").send("Still mine").sees("Mine", "Ada").sees("Still mine", "Ada");
        tab.reload().isCalled("Ada").seesWords("Kept by a passkey");
    }

    @Test
    void aTabThatSharesTheSessionKeepsItTooHoweverLateItLearnsTheNextId(Room room, Browser browser) {
        browser.excuse("401").excuse("WebSocket connection");
        Tab tab = room.newTab().rename("Ada").isCalled("Ada").withPasskeys().share();
        Tab late = browser.newTab(room.site()).deafToStorage().behindStorage(Duration.ofSeconds(1));
        late.open(room.path()).isCalled("Ada");

        tab.click("Keep this name").seesWords("Kept by a passkey");

        late.seesWords("Kept by a passkey").canTalk().isCalled("Ada");
        assertThat(late.sessionId()).isEqualTo(tab.sessionId());
        tab.unshare();
    }

    @Test
    void oneSignsInOnAnotherTabWithWhatWasSaidThere(Room room) {
        Tab tab = kept(room);
        Tab other = room.newTab().rename("Nobody").isCalled("Nobody").send("Said before").withPasskeysOf(tab);
        String before = other.sessionId();

        other.click("Sign in").click("I have a passkey").isCalled("Ada").seesWords("Kept by a passkey");

        other.sees("Said before", "Ada").send("Said after");
        tab.sees("Said before", "Ada").sees("Said after", "Ada").seesPerson("Ada", 2);
        assertThat(other.sessionId()).isNotEqualTo(before);
    }

    @Test
    void oneSignsInAndLeavesWhatWasSaidThere(Room room) {
        Tab tab = kept(room);
        Tab other = room.newTab().rename("Nobody").isCalled("Nobody").send("Said before").withPasskeysOf(tab);

        other.click("Sign in").tick("Bring along what I wrote here").click("I have a passkey").isCalled("Ada");

        other.send("Said after");
        tab.sees("Said after", "Ada").sees("Said before", "Nobody");
    }

    @Test
    void whoHasNoPasskeyIsToldNothingAndStaysWhoTheyAre(Room room) {
        Tab tab = room.newTab().rename("Ben").isCalled("Ben").withPasskeys();

        tab.click("Sign in").click("I have a passkey").send("Still here").sees("Still here", "Ben");
    }

    private static Tab kept(Room room) {
        return room.newTab().rename("Ada").isCalled("Ada").withPasskeys().click("Keep this name")
                .seesWords("Kept by a passkey");
    }
}
