package parley.e2e.stories;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import parley.e2e.vocabulary.Browser;
import parley.e2e.vocabulary.InTheBrowser;
import parley.e2e.vocabulary.Room;
import parley.e2e.vocabulary.Tab;

/** Over plain http under any other name than localhost, browsers leave out a good part of what they can. */
@InTheBrowser
class LanStory {

    @Test
    void everythingWorksWithoutASecureContext(Room room, Browser browser) {
        browser.excuse("Cross-Origin-Opener-Policy");
        Tab tab = room.onLan().newTab().rename("Ada").isCalled("Ada").send("From the sofa").hasSentEverything();
        assertThat(tab.run("return isSecureContext || 'locks' in navigator || 'randomUUID' in crypto"))
                .isEqualTo(false);
        String session = tab.sessionId();

        tab.reload().canTalk().isCalled("Ada").reload().reload().canTalk().isCalled("Ada");

        assertThat(tab.sessionId()).isEqualTo(session);
        tab.goTo("general").goBack().isAt(room.path()).canTalk().isCalled("Ada");
        assertThat(tab.sessionId()).isEqualTo(session);
        room.newTab().sees("From the sofa", "Ada");
    }

    @Test
    void aDuplicateIsNoticed(Room room, Browser browser) {
        browser.excuse("Cross-Origin-Opener-Policy");
        Tab tab = room.onLan().newTab().rename("Ada").isCalled("Ada");

        Tab twin = tab.duplicate().canTalk().isCalled("Ada");

        assertThat(twin.sessionId()).isNotEqualTo(tab.sessionId());
        twin.reload().canTalk();
        assertThat(twin.requests()).doesNotContain("/session/fork");
    }
}
