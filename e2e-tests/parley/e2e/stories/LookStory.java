package parley.e2e.stories;

import static org.assertj.core.api.Assertions.assertThat;

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

    /** Before anything else of the page has run. */
    @Test
    void aReloadDoesNotFlashInTheWrongColours(Room room) {
        Tab tab = room.newTab().prefers("light").chooseLook("Dark").looks("dark", "Dark");

        tab.reload();

        assertThat(tab.run("""
                const painted = performance.getEntriesByType('paint')[0]?.startTime ?? Infinity
                const script = performance.getEntriesByName(document.querySelector('script').src)[0]
                return script.renderBlockingStatus + ' ' + (script.responseEnd < painted)
                """)).isEqualTo("blocking true");
        tab.looks("dark", "Dark");
    }
}
