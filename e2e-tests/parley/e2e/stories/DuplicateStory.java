package parley.e2e.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import parley.e2e.vocabulary.InTheBrowser;
import parley.e2e.vocabulary.Room;
import parley.e2e.vocabulary.Tab;

/** A duplicated tab forks: the same person, with a copy of what the tab had, then apart. Nothing else that people do to tabs does. */
@InTheBrowser
class DuplicateStory {

    @Test
    void aDuplicateIsTheSamePersonAndGoesItsOwnWay(Room room) {
        Tab tab = room.newTab().rename("Ada").isCalled("Ada").send("Original").hasSentEverything()
                .type("Half a thought")
                .keeps("Half a thought");

        Tab twin = tab.duplicate().canTalk().isCalled("Ada").hasDraft("Half a thought");

        assertThat(twin.sessionId()).isNotEqualTo(tab.sessionId());
        twin.send(", finished by the copy").sees("Half a thought, finished by the copy", "Ada");
        tab.sees("Half a thought, finished by the copy", "Ada").hasDraft("Half a thought");
        assertThat(tab.messages()).allMatch(message -> message.mine());
        assertThat(twin.messages()).allMatch(message -> message.mine());
        twin.reload().canTalk().hasDraft("").isCalled("Ada");
    }

    @Test
    void aDuplicateOfADuplicateIsAThirdSession(Room room) {
        Tab tab = room.newTab().rename("Ada").isCalled("Ada");
        Tab second = tab.duplicate().canTalk().isCalled("Ada");
        Tab third = second.duplicate().canTalk().isCalled("Ada");

        assertThat(Set.of(tab.sessionId(), second.sessionId(), third.sessionId())).hasSize(3);
    }

    @Test
    void aTabThatOpensItselfForksToo(Room room) {
        Tab tab = room.newTab().rename("Ada").isCalled("Ada");

        Tab twin = tab.openItself().canTalk().isCalled("Ada");

        assertThat(twin.sessionId()).isNotEqualTo(tab.sessionId());
    }

    @Test
    void aDuplicateForksBeforeItDoesAnything(Room room) {
        Tab tab = room.newTab().send("Hello").hasSentEverything();

        Tab twin = tab.duplicate().canTalk();

        assertThat(twin.requests().getFirst()).isEqualTo("/session/fork");
    }

    @Test
    void aReloadNeverForks(Room room) {
        Tab tab = room.newTab().rename("Ada").isCalled("Ada");
        String session = tab.sessionId();

        tab.reload().canTalk();
        assertThat(tab.sessionId()).isEqualTo(session);
        tab.run("location.reload(); setTimeout(() => location.reload(), 20)");
        tab.reload().reload().reload().canTalk().isCalled("Ada");
        assertThat(tab.sessionId()).isEqualTo(session);
        assertThat(tab.requests()).doesNotContain("/session/fork");
    }

    @Test
    void goingBackAndForwardNeverForks(Room room) {
        Tab tab = room.newTab().rename("Ada").isCalled("Ada");
        String session = tab.sessionId();

        tab.goTo("general").goBack().isAt(room.path()).canTalk().isCalled("Ada");
        assertThat(tab.sessionId()).isEqualTo(session);
        tab.goForward().isAt("/rooms/general").canTalk().isCalled("Ada");
        assertThat(tab.sessionId()).isEqualTo(session);
        tab.visit("about:blank").goBack().canTalk().isCalled("Ada");
        assertThat(tab.sessionId()).isEqualTo(session);
    }

    @Test
    void aTabThatCrashedIsItselfAgain(Room room) {
        Tab tab = room.newTab().rename("Ada").isCalled("Ada");
        String session = tab.sessionId();

        tab.crash().canTalk().isCalled("Ada");

        assertThat(tab.sessionId()).isEqualTo(session);
    }

    @Test
    void aClosedTabThatIsReopenedIsItselfAgain(Room room) {
        Tab tab = room.newTab().rename("Ada").isCalled("Ada").type("I was about to").keeps("I was about to");
        String session = tab.sessionId();
        Tab other = room.newTab();

        tab.close();
        Tab again = tab.reopen().canTalk().isCalled("Ada").hasDraft("I was about to");

        assertThat(again.sessionId()).isEqualTo(session).isNotEqualTo(other.sessionId());
    }
}
