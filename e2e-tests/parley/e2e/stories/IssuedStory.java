package parley.e2e.stories;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import parley.e2e.vocabulary.Application;
import parley.e2e.vocabulary.Browser;
import parley.e2e.vocabulary.InTheBrowser;
import parley.e2e.vocabulary.Tab;
import parley.e2e.vocabulary.Visitor;
import parley.e2e.vocabulary.With;

/** Session IDs that the server issues. */
@InTheBrowser
class IssuedStory {

    @Test
    void theTabAsksForItsIdOnceAndFirst(@With("--session-ids=server") Application application, Browser browser) {
        Tab tab = browser.newTab(application.address()).open("/");
        assertThat(tab.requests().getFirst()).isEqualTo("/session");
        String session = tab.rename("Ada").isCalled("Ada").send("Hello").hasSentEverything().sessionId();

        tab.reload().canTalk().isCalled("Ada");

        assertThat(tab.requests()).doesNotContain("/session");
        assertThat(tab.sessionId()).isEqualTo(session);
        assertThat(browser.newTab(application.address()).open("/").sessionId()).isNotEqualTo(session);
    }

    @Test
    void anIdThatNobodyIssuedIsRefusedAndAnotherTakenByItself(@With("--session-ids=server") Application application,
            Browser browser) {
        browser.excuse("401").excuse("WebSocket connection");
        Tab tab = browser.newTab(application.address()).open("/");
        var stranger = new Visitor(application.address());
        assertThat(stranger.get("/rooms/general/session").statusCode()).isEqualTo(401);

        tab.holdSession(stranger.sessionId()).reload().notices("You are somebody new here.").canTalk();

        assertThat(tab.sessionId()).isNotEqualTo(stranger.sessionId());
        tab.send("Here I am").hasSentEverything();
    }

    @Test
    void aDuplicateIsIssuedAnother(@With("--session-ids=server") Application application, Browser browser) {
        Tab tab = browser.newTab(application.address()).open("/").rename("Ada").isCalled("Ada");

        Tab twin = tab.duplicate().canTalk().isCalled("Ada");

        assertThat(twin.sessionId()).isNotEqualTo(tab.sessionId());
        assertThat(twin.requests().subList(0, 2)).containsExactly("/session", "/session/fork");
    }
}
