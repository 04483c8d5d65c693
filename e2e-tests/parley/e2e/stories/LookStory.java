package parley.e2e.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import parley.e2e.vocabulary.InTheBrowser;
import parley.e2e.vocabulary.Room;
import parley.e2e.vocabulary.Tab;

@InTheBrowser
class LookStory {

    @Test
    void aTabLooksAsItsSystemUntilItChooses(Room room) {
        Tab tab = room.newTab().prefers("dark").looks("dark", "System").prefers("light").looks("light", "System");

        tab.chooseLook("Dark").looks("dark", "Dark");
        tab.reload().canTalk().looks("dark", "Dark").goTo("general").looks("dark", "Dark");
        tab.chooseLook("System").looks("light", "System");
    }

    @Test
    void whereAllTabsAreOnePersonTheyLookAlike(Room room) {
        Tab tab = room.newTab().prefers("light").share().isShared(true);
        Tab other = room.newTab().prefers("light").looks("light", "System");

        tab.chooseLook("Dark");

        other.looks("dark", "Dark").chooseLook("Light");
        tab.looks("light", "Light").unshare();
    }

    @Test
    void eachTabHasItsOwn(Room room) {
        Tab tab = room.newTab().prefers("light");
        Tab other = room.newTab().prefers("light");

        tab.chooseLook("Dark").looks("dark", "Dark");

        other.looks("light", "System");
    }

    /** The server tells the look two answers after the page only. */
    @Test
    void aReloadDoesNotFlashInTheWrongColours(Room room) {
        Tab tab = room.newTab().prefers("light").chooseLook("Dark").looks("dark", "Dark");

        tab.onSlowNetwork(Duration.ofSeconds(2)).reload();

        assertThat(tab.run("return getComputedStyle(document.documentElement).colorScheme")).isEqualTo("dark");
        assertThat(tab.run("""
                const [script] = performance.getEntriesByName(document.querySelector('head > script').src)
                return script.renderBlockingStatus
                """))
                .isEqualTo("blocking");
        tab.looks("dark", "Dark");
    }
}
