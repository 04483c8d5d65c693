package parley.e2e.stories;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import parley.e2e.vocabulary.Application;
import parley.e2e.vocabulary.Browser;
import parley.e2e.vocabulary.InTheBrowser;
import parley.e2e.vocabulary.Proxy;
import parley.e2e.vocabulary.Room;
import parley.e2e.vocabulary.Tab;

@InTheBrowser
class FailureStory {

    @Test
    void aMessageThatWasNotSentSaysSoAndCanBeSentAgain(Proxy proxy, Room room, Browser browser) {
        browser.excuse("ERR_").excuse("htmx:");
        Tab tab = room.through(proxy).newTab().send("First").sees("First").hasSentEverything();
        Tab other = room.newTab().sees("First");

        proxy.dropChanges();
        tab.send("Is this thing on?").hasFailedToSend("Is this thing on?").isTold("Not sent");

        proxy.passChanges();
        other.isLive().doesNotSee("Is this thing on?");
        tab.isLive().click("Send again").hasSentEverything().doesNotSeeButton("Send again");
        tab.seesExactly(List.of("First", "Is this thing on?"));
        other.seesExactly(List.of("First", "Is this thing on?"));
    }

    @Test
    void whatGotNoAnswerIsSentInOrderOnceTheTabIsLiveAgain(Application application, Room room, Browser browser) {
        browser.excuse("WebSocket connection").excuse("ERR_CONNECTION_REFUSED").excuse("htmx:");
        Tab tab = room.newTab().send("First").hasSentEverything();
        Tab other = room.newTab().sees("First");

        application.stop();
        tab.send("Second").hasFailedToSend("Second").send("Third").hasFailedToSend("Third");
        application.startAgain();

        tab.isLive().hasSentEverything().seesExactly(List.of("First", "Second", "Third"));
        other.seesExactly(List.of("First", "Second", "Third"));
    }

    @Test
    void whereNoStreamGetsThroughItIsSentOnceTheTabPollsAgain(Application application, Proxy proxy, Room room,
            Browser browser) {
        browser.excuse("WebSocket connection").excuse("ERR_").excuse("htmx:");
        Tab tab = room.through(proxy.refuseWebSockets()).newTab().hasStatus("Polling").send("First");
        tab.hasSentEverything();

        application.stop();
        tab.hasStatus("Reconnecting").send("Second").hasFailedToSend("Second");
        application.startAgain();

        tab.hasSentEverything().seesExactly(List.of("First", "Second"));
    }

    @Test
    void whatGotNoAnswerIsSentAfterAReload(Proxy proxy, Room room, Browser browser) {
        browser.excuse("ERR_").excuse("htmx:");
        Tab tab = room.through(proxy).newTab();

        proxy.dropChanges();
        tab.send("Hello?").hasFailedToSend("Hello?");
        proxy.passChanges();

        tab.reload().canTalk().hasSentEverything().seesExactly(List.of("Hello?"));
    }

    @Test
    void whatWasRefusedIsNotSentAgain(Application application, Proxy proxy, Room room, Browser browser) {
        browser.excuse("WebSocket connection").excuse("422");
        String tooLong = "x".repeat(4_001);
        Tab tab = room.through(proxy).newTab().isLive();

        proxy.holdChanges();
        tab.paste(tooLong).press(Keys.ENTER).type("Something else");
        proxy.passChanges();
        tab.hasFailedToSend(tooLong).isTold("at most 4,000 characters");

        proxy.refuseWebSockets();
        tab.hasStatus("Reconnecting");
        proxy.allowWebSockets();
        tab.isLive().send("!").sees("Something else!").hasFailedToSend(tooLong);
        tab.reload().canTalk().hasFailedToSend(tooLong);
        room.newTab().seesExactly(List.of("Something else!"));
    }

    @Test
    void aMessageWhoseAnswerWasLostIsStillOneMessage(Application application, Proxy proxy, Room room, Browser browser) {
        browser.excuse("ERR_").excuse("htmx:");
        Tab tab = room.through(proxy.loseAnswers()).newTab();
        Tab other = room.newTab();

        tab.send("Did you get this?");
        other.sees("Did you get this?");
        proxy.passAnswers();
        tab.hasSentEverything().send("Good.").hasSentEverything();

        other.seesExactly(List.of("Did you get this?", "Good."));
        tab.seesExactly(List.of("Did you get this?", "Good."));
    }

    /** By its stream alone it would be in step with the room, but not with itself. */
    @Test
    void aTabThatDoesNotGetWhatIsItsOwnConnectsAnew(Application application, Proxy proxy, Room room, Browser browser) {
        browser.excuse("WebSocket connection");
        Tab tab = room.through(proxy).newTab().isLive();
        tab.run("""
                const {fetch} = window
                window.asked = 0
                window.fetch = (path, init) => path === '/session/pieces' && ++asked === 1
                        ? Promise.reject(new TypeError('Failed to fetch'))
                        : fetch(path, init)
                """);

        proxy.refuseWebSockets().allowWebSockets();

        tab.runAndWait("""
                const done = arguments[0]
                const look = setInterval(() => asked > 1 && done(clearInterval(look)), 20)
                """);
        tab.isLive();
    }
}
