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
class RestartStory {

    @Test
    void tabsComeBackByThemselvesAfterARestart(Application application, Room room, Browser browser) {
        browser.excuse("WebSocket connection").excuse("ERR_CONNECTION_REFUSED");
        Tab one = room.newTab().send("Before");
        Tab other = room.newTab().sees("Before");

        application.stop();
        one.hasStatus("Reconnecting");
        other.hasStatus("Reconnecting").type("I was just ");
        assertThat(application.exitCode()).isIn(0, 143);

        application.startAgain();
        one.isLive().send("After");
        other.isLive().seesExactly(List.of("Before", "After")).send("about to write");
        one.seesExactly(List.of("Before", "After", "I was just about to write"));
    }

    @Test
    void whatWasSaidWhileATabWasAwayIsThereOnceAfterAKill(Application application, Room room, Browser browser) {
        browser.excuse("WebSocket connection").excuse("ERR_CONNECTION_REFUSED");
        var visitor = room.newVisitor().rename("Slow").say(room, "Before");
        Tab one = room.newTab().sees("Before", "Slow");
        Tab other = room.newTab().sees("Before", "Slow");

        application.kill().startAgain();
        visitor.rename("Quick").say(room, "Faster than your tabs");

        one.seesExactly(List.of("Before", "Faster than your tabs")).sees("Before", "Quick").isLive().send("After");
        other.seesExactly(List.of("Before", "Faster than your tabs", "After")).sees("Before", "Quick");
    }

    @Test
    void howLongATabWaitsDependsOnHowLongItHasBeenAlone(Room room) {
        var longest = (List<?>) room.newTab().runAndWait("""
                const done = arguments[0]
                const module = performance.getEntriesByType('resource').find(({name}) => name.endsWith('/patience.js'))
                import(module.name).then(({patience}) => done([0, 3_000, 3_600_000].map(alone =>
                    Math.max(...Array.from({length: 10_000}, () => patience(Date.now() - alone))))))
                """);

        assertThat(longest).extracting(wait -> Math.round(((Number) wait).doubleValue() / 1_000 * 2) / 2.0)
                .containsExactly(0.5, 3.0, 20.0);
    }
}
