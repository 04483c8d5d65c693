package parley.e2e.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import parley.e2e.vocabulary.InTheBrowser;
import parley.e2e.vocabulary.Room;
import parley.e2e.vocabulary.Tab;

@InTheBrowser
class TextStory {

    private static final List<String> ATTACKS = List.of(
            "<script>document.title = 'owned'</script>",
            "<img src=x onerror=\"document.title = 'owned'\">",
            "\"><svg onload=\"document.title = 'owned'\">",
            "</article></div><h1>owned</h1>",
            "<b hx-get=\"/\" hx-trigger=\"load\" hx-target=\"body\">owned</b>",
            "${7*7} @template.layout() !{var x = 1;} $unsafe{x} {{7*7}}",
            "&lt;i&gt; &amp; &#39; \\u003cb\\u003e",
            "javascript:document.title='owned'",
            "'\"`<!-- ]]> --> <%= 7*7 %>");

    @Test
    void codeAppearsAsTypedAndNothingRuns(Room room) {
        Tab author = room.newTab();
        Tab reader = room.newTab();
        var title = reader.title();

        ATTACKS.forEach(text -> author.paste(text).click("Send").hasDraft(""));

        reader.seesExactly(ATTACKS);
        author.seesExactly(ATTACKS).hasSentEverything();
        reader.reload().canTalk().seesExactly(ATTACKS);
        assertThat(Stream.of(author, reader).map(Tab::title)).containsOnly(title);
        ATTACKS.forEach(text -> assertThat(bodyOf(reader, text).findElements(By.cssSelector("*"))).isEmpty());
    }

    @Test
    void aNameIsNoCodeEither(Room room) {
        Tab author = room.newTab().rename("<img src=x onerror=alert(1)>").send("Hello");
        Tab reader = room.newTab();

        reader.sees("Hello", "<img src=x onerror=alert(1)>").seesPerson("<img src=x onerror=alert(1)>", 1);
        author.rename("<b>\"Ada\" & ${7*7}</b>");
        reader.sees("Hello", "<b>\"Ada\" & ${7*7}</b>").seesPerson("<b>\"Ada\" & ${7*7}</b>", 1);
        author.isCalled("<b>\"Ada\" & ${7*7}</b>").reload().canTalk().isCalled("<b>\"Ada\" & ${7*7}</b>");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "two\nlines\n\nand a gap",
            "  indented\n    more\ttabbed  and  spaced",
            "🦔🌱 👩🏽‍🚀 👨‍👩‍👧‍👦 🏴󠁧󠁢󠁷󠁬󠁳󠁿",
            "שלום, مرحبا، how are you?",
            "Zalgo: Z̷̢̛͎a̸̧͓͝l̵g̴o̷ and e\u0301 is not \u00e9",
            "汉字 かな 한글 ไทย देवनागरी",
    })
    void everyTextIsKeptAsItIs(String text, Room room) {
        Tab author = room.newTab().paste(text).click("Send").hasDraft("");
        Tab reader = room.newTab();

        author.sees(text.strip());
        reader.sees(text.strip());
        assertThat(bodyOf(reader, text.strip()).getDomProperty("textContent")).isEqualTo(text.strip());
    }

    @Test
    void aLineIsBrokenByShiftAndEnter(Room room) {
        Tab author = room.newTab().type("one\ntwo").hasDraft("one\ntwo").press(Keys.ENTER);

        author.sees("one\ntwo");
        room.newTab().sees("one\ntwo");
    }

    @Test
    void linksCanBeFollowedSafely(Room room) {
        room.newTab().send("See https://example.org/a?b=c&d=%22e%22#f, please (or http://example.org).");
        Tab reader = room.newTab().sees("See https://example.org/a?b=c&d=%22e%22#f, please (or http://example.org).");

        var links = bodyOf(reader, reader.texts().getFirst()).findElements(By.tagName("a"));
        assertThat(links).extracting(link -> link.getDomAttribute("href"))
                .containsExactly("https://example.org/a?b=c&d=%22e%22#f", "http://example.org");
        assertThat(links).allSatisfy(link -> {
            assertThat(link.getDomAttribute("rel")).contains("noopener").contains("noreferrer");
            assertThat(link.getDomAttribute("target")).isEqualTo("_blank");
        });
    }

    private static WebElement bodyOf(Tab tab, String text) {
        return tab.element(text).findElement(By.className("body"));
    }
}
