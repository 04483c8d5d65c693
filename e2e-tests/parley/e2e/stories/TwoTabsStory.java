package parley.e2e.stories;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import parley.e2e.vocabulary.InTheBrowser;
import parley.e2e.vocabulary.Room;
import parley.e2e.vocabulary.Tab;

@InTheBrowser
class TwoTabsStory {

    @Test
    void twoTabsAreTwoPeople(Room room) {
        Tab one = room.newTab();
        Tab other = room.newTab();

        one.send("Hello, is anybody there?");
        other.sees("Hello, is anybody there?", one.name()).send("Only me.");
        one.sees("Only me.", other.name());

        assertThat(one.name()).isNotEqualTo(other.name());
        assertThat(one.sessionId()).isNotEqualTo(other.sessionId());
        assertThat(one.message("Hello, is anybody there?").mine()).isTrue();
        assertThat(one.message("Only me.").mine()).isFalse();
        assertThat(other.message("Only me.").mine()).isTrue();
    }

    @Test
    void aReloadedTabIsTheSamePerson(Room room) {
        Tab tab = room.newTab().send("Before").sees("Before");
        var name = tab.name();
        var session = tab.sessionId();

        tab.reload().canTalk().send("After");

        tab.sees("After", name).sees("Before", name).isCalled(name);
        assertThat(tab.sessionId()).isEqualTo(session);
        assertThat(tab.messages()).allMatch(message -> message.mine());
    }

    @Test
    void aNewTabStartsFresh(Room room) {
        room.newTab().rename("Ada").isCalled("Ada").send("It's me").sees("It's me", "Ada");

        Tab fresh = room.newTab();

        assertThat(fresh.name()).isNotEqualTo("Ada");
        assertThat(fresh.sees("It's me").message("It's me").mine()).isFalse();
    }
}
