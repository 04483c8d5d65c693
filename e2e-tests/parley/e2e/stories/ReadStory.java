package parley.e2e.stories;

import org.junit.jupiter.api.Test;
import parley.e2e.vocabulary.InTheBrowser;
import parley.e2e.vocabulary.Room;
import parley.e2e.vocabulary.Tab;

@InTheBrowser
class ReadStory {

    @Test
    void aRoomSaysWhereOneStoppedReading(Room room) {
        var visitor = room.newVisitor().say(room, "Read before");
        Tab tab = room.newTab().sees("Read before").seesNothingNew().goTo("general");
        visitor.say(room, "Missed this").say(room, "And this");

        tab.open(room.path()).seesNewAbove("Missed this");

        visitor.say(room, "Seen as it came");
        tab.sees("Seen as it came").seesNewAbove("Missed this");
        tab.goTo("general").open(room.path()).sees("Seen as it came").seesNothingNew();

        visitor.say(room, "Before one's eyes");
        tab.sees("Before one's eyes").seesNothingNew();
    }

    @Test
    void aRoomWithSomethingUnreadIsMarkedUntilItIsOpened(Room room) {
        String name = room.slug().replace('-', ' ');
        var visitor = room.newVisitor().say(room, "Read before");
        Tab tab = room.newTab().sees("Read before").goTo("general").marks(name, "");

        visitor.say(room, "Psst");

        tab.marks(name, "New messages").reload().canTalk().marks(name, "New messages");
        tab.goTo(name).sees("Psst").goTo("general").marks(name, "");
    }

    @Test
    void whatOneTabOfAPersonHasReadTheirOthersHaveToo(Room room) {
        String name = room.slug().replace('-', ' ');
        var visitor = room.newVisitor().say(room, "Read before");
        Tab tab = room.newTab().share().isShared(true).sees("Read before");
        Tab other = room.newTab().sees("Read before").goTo("general").marks(name, "");
        visitor.say(room, "Psst");
        other.marks(name, "New messages");

        tab.type("I see").sees("Psst");

        other.marks(name, "Draft");
        tab.unshare();
    }

    @Test
    void eachTabHasReadAsFarAsItself(Room room) {
        String name = room.slug().replace('-', ' ');
        var visitor = room.newVisitor().say(room, "Read by both");
        Tab reader = room.newTab().sees("Read by both").goTo("general");
        Tab other = room.newTab().sees("Read by both").goTo("general");
        visitor.say(room, "Read by one");

        reader.open(room.path()).seesNewAbove("Read by one").goTo("general").marks(name, "");

        other.marks(name, "New messages");
        Tab stranger = room.newTab().sees("Read by one").seesNothingNew();
        stranger.goTo("general").marks(name, "");
    }

    @Test
    void whatCameWhileOneLookedElsewhereIsNew(Room room) {
        var visitor = room.newVisitor().say(room, "Seen");
        Tab tab = room.newTab().sees("Seen");
        Tab inFront = room.newTab().type("Elsewhere");

        visitor.say(room, "Not seen");
        inFront.sees("Not seen").seesNothingNew();

        tab.type("Back").seesNewAbove("Not seen");
    }
}
