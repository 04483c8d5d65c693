package parley.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.RunningParley;
import parley.Visitor;

class EscapingTest {

    private static final String NASTY = "\"><script>alert('&lt;')</script>";

    @RegisterExtension
    static final RunningParley parley = new RunningParley();

    private final String room = parley.room();
    private final Visitor ann = parley.visitor();

    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "</div></article><h1>Out</h1>",
            "\"double\" 'single' `back`", "&lt;b&gt; &amp; &#x27;", "${x} $unsafe{x}", "@if(true)@endif",
            "{{ x }} {% y %}",
            "<!-- comment -->", "]]>", "@template.layout()", "!{var x = 1;}", "a  b\n\n   c", "<textarea></title>"})
    void textAppearsAsItWasTyped(String text) {
        try (var stream = parley.visitor().listen(room)) {
            var reply = ann.say(room, text).is(201);

            assertThat(reply.texts()).containsExactly(text);
            assertThat(stream.upTo(1).texts()).containsExactly(text);
            var page = ann.get("/rooms/" + room);
            assertThat(page.texts()).containsExactly(text);
            assertThat(page.document().select("article .body *, article script, article ~ h1")).isEmpty();
        }
    }

    @Test
    void aLinkCannotLeaveItsAttribute() {
        ann.say(room, "https://example.org/\"onmouseover=\"alert(1)");

        var body = ann.get("/rooms/" + room).document().select("article .body");

        assertThat(body.text()).isEqualTo("https://example.org/\"onmouseover=\"alert(1)");
        assertThat(body.select("a[href]")).hasSize(1).allSatisfy(link -> {
            assertThat(link.attributes().asList()).extracting("key").containsExactlyInAnyOrder("href", "rel", "target");
            assertThat(link.attr("rel")).contains("noopener", "noreferrer");
        });
    }

    @Test
    void aNameAppearsAsItWasTyped() {
        try (var stream = parley.visitor().listen(room)) {
            ann.say(room, "Hello");
            ann.rename("<b>A</b>").is(200);

            assertThat(stream.upTo(2).names()).containsExactly("<b>A</b>");
        }
        var page = ann.get("/rooms/" + room).document();
        assertThat(page.select(".author").text()).isEqualTo("<b>A</b>");
        assertThat(page.select("b")).isEmpty();
        assertThat(ann.name()).isEqualTo("<b>A</b>");
    }

    @Test
    void theNameOfARoomAppearsAsItWasTyped() {
        String slug = ann.make(NASTY);

        var page = ann.get("/rooms/" + slug).document();

        assertThat(page.select("main h1").text()).isEqualTo(NASTY);
        assertThat(page.title()).isEqualTo(NASTY + " · Parley");
        assertThat(page.select("#rooms a[aria-current=page]").text()).isEqualTo(NASTY);
        assertThat(page.select("script:not([src])")).isEmpty();
        assertThat(Jsoup.parse(ann.get("/rooms/" + slug + "/session").body()).select("textarea").attr("placeholder"))
                .isEqualTo("Message " + NASTY);
    }
}
