package parley.e2e.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import parley.e2e.vocabulary.Application;
import parley.e2e.vocabulary.Browser;
import parley.e2e.vocabulary.InTheBrowser;
import parley.e2e.vocabulary.Proxy;
import parley.e2e.vocabulary.Room;
import parley.e2e.vocabulary.Tab;

@InTheBrowser
class ReactionStory {

    @Test
    void reactionsAreCountedInEveryTabAtOnce(Room room) {
        Tab ada = room.newTab().send("Cake?").hasSentEverything();
        Tab ben = room.newTab().sees("Cake?");

        ada.react("Cake?", "Thumbs up").seesReactions("Cake?", "👍 1, you among them");
        ben.seesReactions("Cake?", "👍 1").clickReaction("Cake?", "👍 1")
                .seesReactions("Cake?", "👍 2, you among them");
        ada.seesReactions("Cake?", "👍 2, you among them");

        ben.react("Cake?", "Heart").seesReactions("Cake?", "👍 2, you among them", "❤️ 1, you among them");
        ada.clickReaction("Cake?", "👍 2, you among them").seesReactions("Cake?", "👍 1", "❤️ 1");
        ben.seesReactions("Cake?", "👍 1, you among them", "❤️ 1, you among them");
        ben.react("Cake?", "Heart").seesReactions("Cake?", "👍 1, you among them");
        ada.seesReactions("Cake?", "👍 1");
    }

    @Test
    void theyOutliveAReloadAndARestart(Application application, Room room, Browser browser) {
        browser.excuse("WebSocket connection").excuse("ERR_CONNECTION_REFUSED");
        Tab ada = room.newTab().send("Keep this").hasSentEverything().react("Keep this", "Thanks");
        Tab ben = room.newTab().seesReactions("Keep this", "🙏 1");

        ada.reload().canTalk().seesReactions("Keep this", "🙏 1, you among them");

        application.kill().startAgain();
        ada.isLive().reload().canTalk().seesReactions("Keep this", "🙏 1, you among them");
        ben.isLive().seesReactions("Keep this", "🙏 1");
        ada.clickReaction("Keep this", "🙏 1, you among them").seesReactions("Keep this");
        ben.seesReactions("Keep this");
    }

    @Test
    void aReactionIsThereBeforeTheServerKnows(Proxy proxy, Room room) {
        Tab ada = room.through(proxy).newTab().send("Quick").hasSentEverything();
        Tab ben = room.newTab().sees("Quick");

        proxy.holdChanges();
        ada.react("Quick", "Party").seesReactions("Quick", "🎉 1, you among them");
        ben.react("Quick", "Wow").seesReactions("Quick", "😮 1, you among them");
        ada.seesReactions("Quick", "🎉 1, you among them", "😮 1");
        assertThat(ben.reactions("Quick")).containsExactly("😮 1, you among them");

        proxy.passChanges();
        ben.seesReactions("Quick", "🎉 1", "😮 1, you among them");
        ada.seesReactions("Quick", "🎉 1, you among them", "😮 1");
    }

    @Test
    void whoChangesTheirMindQuicklyGetsWhatTheyWishedLast(Proxy proxy, Room room) {
        Tab ada = room.through(proxy).newTab().send("Hm").hasSentEverything();
        Tab ben = room.newTab().sees("Hm");

        proxy.holdChanges();
        ada.react("Hm", "Party").react("Hm", "Laugh").clickReaction("Hm", "🎉 1, you among them")
                .seesReactions("Hm", "😂 1, you among them");
        proxy.passChanges();

        ben.seesReactions("Hm", "😂 1");
        ada.reload().canTalk().seesReactions("Hm", "😂 1, you among them");
    }

    @Test
    void whatTheServerWillNotHaveIsTakenBackAndTheReasonTold(Room room, Browser browser) {
        browser.excuse("404");
        Tab ada = room.newTab().send("Hello").hasSentEverything().react("Hello", "Heart");
        room.newTab().seesReactions("Hello", "❤️ 1");

        ada.run("document.querySelector('#palette [title=Wow]').dataset.emoji = 'unheard-of'");
        ada.react("Hello", "Wow").isTold("Choose one of those that are offered");

        ada.seesReactions("Hello", "❤️ 1, you among them");
    }

    @Test
    void whatIsNotAnsweredIsTakenBack(Application application, Room room, Browser browser) {
        browser.excuse("WebSocket connection").excuse("ERR_CONNECTION_REFUSED").excuse("htmx:");
        Tab ada = room.newTab().send("Hello").hasSentEverything().react("Hello", "Heart");
        room.newTab().seesReactions("Hello", "❤️ 1");

        application.stop();
        ada.clickReaction("Hello", "❤️ 1, you among them").isTold("No answer from the server");

        ada.seesReactions("Hello", "❤️ 1, you among them");
        application.startAgain();
        ada.isLive().clickReaction("Hello", "❤️ 1, you among them").seesReactions("Hello");
    }

    @Test
    void amongManyOneStillKnowsOnesOwn(Room room) {
        Tab ada = room.newTab().send("Free cake").hasSentEverything().react("Free cake", "Heart");
        var message = ada.message("Free cake");

        IntStream.range(0, 25).forEach(_ -> room.newVisitor().react(room, message, "heart"));

        ada.seesReactions("Free cake", "❤️ 26, you among them");
        ada.reload().canTalk().seesReactions("Free cake", "❤️ 26, you among them");
        room.newVisitor().react(room, message, "heart");
        ada.seesReactions("Free cake", "❤️ 27, you among them").clickReaction("Free cake", "❤️ 27, you among them")
                .seesReactions("Free cake", "❤️ 26");
        room.newVisitor().react(room, message, "heart");
        ada.seesReactions("Free cake", "❤️ 27");
    }

    @Test
    void amongManyOneKnowsWhatOneDidInAnotherTab(Room room) {
        Tab ada = room.newTab().send("Free cake").hasSentEverything().react("Free cake", "Heart");
        var message = ada.message("Free cake");
        IntStream.range(0, 25).forEach(_ -> room.newVisitor().react(room, message, "heart"));
        Tab twin = ada.duplicate().canTalk().seesReactions("Free cake", "❤️ 26, you among them");

        twin.clickReaction("Free cake", "❤️ 26, you among them").seesReactions("Free cake", "❤️ 25");
        ada.seesReactions("Free cake", "❤️ 25");
        ada.clickReaction("Free cake", "❤️ 25").seesReactions("Free cake", "❤️ 26, you among them");
        twin.seesReactions("Free cake", "❤️ 26, you among them");
    }

    @Test
    void amongManyOneKnowsOnesOwnInWhatIsLoadedLater(Room room) {
        var visitor = room.newVisitor().say(room, "Free cake");
        Tab ada = room.newTab().sees("Free cake").react("Free cake", "Heart").seesReactions("Free cake",
                "❤️ 1, you among them");
        var message = ada.message("Free cake");
        IntStream.range(0, 25).forEach(_ -> room.newVisitor().react(room, message, "heart"));
        IntStream.rangeClosed(1, 60).forEach(i -> visitor.say(room, "Line " + i));

        ada.reload().hasInView("Line 60").scroll(-100_000).sees("Free cake")
                .seesReactions("Free cake", "❤️ 26, you among them");
    }

    @Test
    void whoReadsIsNotMoved(Room room) {
        var visitor = room.newVisitor();
        IntStream.rangeClosed(1, 40).forEach(i -> visitor.say(room, "Line " + i));
        Tab reader = room.newTab().hasInView("Line 40").scroll(-400);
        Tab ada = room.newTab().hasInView("Line 40");
        String line = reader.firstInView();
        long top = reader.place(line).top();

        ada.react("Line 40", "Heart").react("Line 36", "Heart").react("Line 30", "Heart");

        reader.seesReactions("Line 40", "❤️ 1").seesReactions("Line 36", "❤️ 1").seesReactions("Line 30", "❤️ 1");
        assertThat(reader.place(line).top()).isCloseTo(top, within(1L));
        reader.doesNotSeeButton("New messages");
    }

    @Test
    void theKeyboardIsEnough(Room room) {
        room.newVisitor().say(room, "Press here");
        Tab tab = room.newTab().sees("Press here");

        for (int i = 0; i < 150 && !tab.focus().equals("button React"); i++) {
            tab.press(Keys.TAB);
        }
        tab.press(Keys.ENTER);
        assertThat(tab.focus()).isEqualTo("button Thumbs up");
        tab.press(Keys.ARROW_RIGHT, Keys.ENTER).seesReactions("Press here", "❤️ 1, you among them");
        assertThat(tab.focus()).isEqualTo("button React");
        assertThat(tab.showsFocus()).isTrue();
    }

    @Test
    void aFingerIsEnough(Room room) {
        room.newVisitor().say(room, "Tap here");

        Tab tab = room.newTab().onPhone().sees("Tap here").seesButton("React");

        tab.click("React").click("Laugh").seesReactions("Tap here", "😂 1, you among them");
    }
}
