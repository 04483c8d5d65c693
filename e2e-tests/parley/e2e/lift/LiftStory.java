package parley.e2e.lift;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import parley.e2e.vocabulary.Browser;
import parley.e2e.vocabulary.InTheBrowser;
import parley.e2e.vocabulary.Tab;

@InTheBrowser
class LiftStory {

    private static Lifted lifted;

    @BeforeAll
    static void start() throws Exception {
        lifted = Lifted.start();
    }

    @AfterAll
    static void close() throws Exception {
        lifted.close();
    }

    @Test
    void eachTabHasItsOwnNotesAndKeepsThem(Browser browser) {
        browser.excuse("favicon.ico");
        Tab one = browser.newTab(lifted.address()).visit("/").fillIn("Note", "Buy milk").shows("#notes", "Buy milk");
        Tab other = browser.newTab(lifted.address()).visit("/").fillIn("Note", "Call <Ann>")
                .shows("#notes", "Call <Ann>");

        one.reload().shows("#notes", "Buy milk");
        other.reload().shows("#notes", "Call <Ann>");
    }

    @Test
    void theExampleHasLessThanSixtyLines() throws Exception {
        long lines = 0;
        for (String file : List.of("Notes.java", "index.html", "notes.js")) {
            lines += Files.readAllLines(Path.of("docs", "lift", file)).stream().filter(line -> !line.isBlank())
                    .filter(line -> !line.startsWith("import ")).count();
        }
        assertThat(lines).isLessThan(60);
    }
}
