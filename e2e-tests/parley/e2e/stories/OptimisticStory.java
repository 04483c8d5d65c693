package parley.e2e.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import parley.e2e.vocabulary.Application;
import parley.e2e.vocabulary.Browser;
import parley.e2e.vocabulary.InTheBrowser;
import parley.e2e.vocabulary.Message;
import parley.e2e.vocabulary.Proxy;
import parley.e2e.vocabulary.Room;
import parley.e2e.vocabulary.Tab;

/** What one does is there at once; what the server says of it replaces it; what it refuses is taken back. */
@InTheBrowser
class OptimisticStory {

    @Test
    void aMessageIsThereBeforeTheServerKnows(Proxy proxy, Room room) {
        Tab ada = room.through(proxy).newTab().send("Hello").hasSentEverything();
        Tab ben = room.newTab().sees("Hello");

        proxy.holdChanges();
        ada.send("One").send("Two").seesExactly(List.of("Hello", "One", "Two"));
        ben.send("Meanwhile").seesExactly(List.of("Hello", "Meanwhile"));
        ada.seesExactly(List.of("Hello", "Meanwhile", "One", "Two"));
        assertThat(ada.messages()).extracting(Message::pending).containsExactly(false, false, true, true);

        proxy.passChanges();
        ada.hasSentEverything().seesExactly(List.of("Hello", "Meanwhile", "One", "Two"));
        ben.seesExactly(List.of("Hello", "Meanwhile", "One", "Two"));
    }

    @Test
    void aMessageThatIsRefusedGoesBackIntoTheBox(Room room, Browser browser) {
        browser.excuse("422");
        String tooLong = "x".repeat(4_001);
        Tab ada = room.newTab().send("Hello").hasSentEverything();

        ada.paste(tooLong).click("Send").isTold("at most 4,000 characters");

        ada.seesExactly(List.of("Hello")).hasDraft(tooLong);
    }

    @Test
    void aNameIsThereBeforeTheServerKnows(Proxy proxy, Room room) {
        Tab ada = room.through(proxy).newTab().send("Hello").hasSentEverything();
        Tab ben = room.newTab().sees("Hello");
        String before = ada.name();

        proxy.holdChanges();
        ada.rename("Ada").sees("Hello", "Ada").seesPerson("Ada", 1).send("It is me").sees("It is me", "Ada");
        ben.send("Who?");
        ada.sees("Who?").sees("Hello", "Ada").seesPerson("Ada", 1);
        ben.sees("Hello", before).seesPerson(before, 1);

        proxy.passChanges();
        ben.sees("Hello", "Ada").sees("It is me", "Ada").seesPerson("Ada", 1);
        ada.hasSentEverything().isCalled("Ada").sees("It is me", "Ada").seesPerson("Ada", 1);
    }

    @Test
    void theNameInTheFirstMessageIsTheNewestEvenWhileItIsSent(Proxy proxy, Room room) {
        Tab ada = room.through(proxy).newTab().rename("Ada").seesPerson("Ada", 1);
        room.newTab().seesPerson("Ada", 1);

        proxy.holdChanges();
        ada.send("Hello").sees("Hello", "Ada");

        proxy.passChanges();
        ada.hasSentEverything().sees("Hello", "Ada");
    }

    @Test
    void aNameThatIsRefusedIsTakenBackEverywhere(Proxy proxy, Room room, Browser browser) {
        browser.excuse("422");
        String tooLong = "A".repeat(41);
        Tab ada = room.through(proxy).newTab().rename("Ada").send("Hello").hasSentEverything().sees("Hello", "Ada");

        proxy.holdChanges();
        ada.rename(tooLong).sees("Hello", tooLong).seesPerson(tooLong, 1);
        proxy.passChanges();

        ada.isTold("A name has at most 40 characters").sees("Hello", "Ada").seesPerson("Ada", 1).isCalled(tooLong);
    }

    @Test
    void aNameThatIsNotAnsweredIsTakenBackEverywhere(Application application, Room room, Browser browser) {
        browser.excuse("WebSocket connection").excuse("ERR_CONNECTION_REFUSED").excuse("htmx:");
        Tab ada = room.newTab().rename("Ada").send("Hello").hasSentEverything().sees("Hello", "Ada");

        application.stop();
        ada.rename("Eve").isTold("No answer from the server").sees("Hello", "Ada").seesPerson("Ada", 1).isCalled("Ada");

        application.startAgain();
        ada.isLive().rename("Eve").sees("Hello", "Eve").isCalled("Eve");
        room.newTab().sees("Hello", "Eve");
    }
}
