package parley.e2e.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.e2e.vocabulary.Browser;
import parley.e2e.vocabulary.InTheBrowser;
import parley.e2e.vocabulary.Room;
import parley.e2e.vocabulary.Tab;

/** Every page by axe-core: WCAG 2.2 AA and good practice, in light and dark, on a desk and in a hand. */
@InTheBrowser
class AccessibilityStory {

    private static final String AXE = axe();
    private static final String CHECK = """
            const done = arguments[arguments.length - 1]
            const finite = document.getAnimations().filter(a => a.effect.getComputedTiming().endTime !== Infinity)
            Promise.allSettled(finite.map(a => a.finished))
                .then(() => axe.run(document, {resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa',
                    'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}))
                .then(found => done(found.violations.map(violation => violation.id + ': ' + violation.help + '\\n'
                    + violation.nodes.map(node => '    ' + node.html + ' ' + node.failureSummary).join('\\n')).join('\\n')))
                .catch(e => done(String(e)))
            """;

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void aBusyRoom(String colours, Room room) {
        Tab tab = room.newTab().prefers(colours).rename("Ada").isCalled("Ada").send("Hello")
                .send("See https://example.org");
        room.newVisitor().rename("Ben").say(room, "Nice!").say(room, "Two\nlines");
        tab.sees("Two\nlines").hasSentEverything().react("Nice!", "Heart").click("React", "Nice!");

        assertAccessible(tab);
        assertAccessible(tab.onPhone());
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void anEmptyRoom(String colours, Room room) {
        Tab tab = room.newTab().prefers(colours);

        assertAccessible(tab);
        assertAccessible(tab.onPhone());
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void theStepsOfANewRoom(String colours, Room room) {
        Tab tab = room.newTab().prefers(colours).nameRoom("Steps").isAsked("Who may enter Steps?");
        assertAccessible(tab);

        tab.click("Next").isAsked("Colour");
        assertAccessible(tab);
        assertAccessible(tab.onPhone().click("Rooms and your name").isAsked("Colour"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void theWayToAnotherDevice(String colours, Room room) {
        Tab tab = room.newTab().prefers(colours).click("Your sessions").click("Move to another device");
        Tab there = room.newTab().prefers(colours).send("Hello").visit(tab.wayToAnotherDevice()).seesWords("here?");

        assertAccessible(tab);
        assertAccessible(tab.onPhone());
        assertAccessible(there);
        assertAccessible(there.onPhone());
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void aPageThatIsNotThere(String colours, Room room, Browser browser) {
        browser.excuse("status of 404");
        Tab tab = browser.newTab(room.site()).prefers(colours).visit("/rooms/atlantis");

        assertAccessible(tab);
        assertAccessible(tab.onPhone());
    }

    @Test
    void aPageThatHasToRefuse(Room room, Browser browser) {
        browser.excuse("422");
        Tab tab = room.newTab().rename("A".repeat(41)).isTold("40");

        assertAccessible(tab);
    }

    @Test
    void onAPhoneNothingSticksOut(Room room) {
        Tab tab = room.newTab().onPhone().send("w".repeat(300)).sees("w".repeat(300));

        assertThat(tab.run("return document.documentElement.scrollWidth - innerWidth")).isEqualTo(0L);
    }

    @Test
    void onAPhoneTheTimeLiesUnderNoButton(Room room) {
        room.newVisitor().rename("W".repeat(40)).say(room, "What a name");
        Tab tab = room.newTab().onPhone().sees("What a name").click("Save", "What a name");

        assertThat(tab.run("""
                const [time, actions] = ['.message time', '.message .actions'].map(each => document.querySelector(each))
                return time.getBoundingClientRect().right <= actions.getBoundingClientRect().left
                """)).isEqualTo(true);
    }

    private static void assertAccessible(Tab tab) {
        tab.run(AXE);
        assertThat(tab.runAndWait(CHECK)).asString().isEmpty();
    }

    private static String axe() {
        try (var script = AccessibilityStory.class.getResourceAsStream("/axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
