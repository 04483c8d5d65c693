package parley.message;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "see http://example.org/a?b=c#d now | http://example.org/a?b=c#d",
            "https://example.org/. And on | https://example.org/",
            "(see https://example.org/a) | https://example.org/a",
            "https://en.wikipedia.org/wiki/Otter_(animal) | https://en.wikipedia.org/wiki/Otter_(animal)",
            "\"https://example.org/\" | https://example.org/",
            "<https://example.org/> | https://example.org/",
            "HTTPS://EXAMPLE.ORG/A | HTTPS://EXAMPLE.ORG/A",
            "https://例え.jp/道 | https://例え.jp/道",
            "http://localhost:7070/rooms/general | http://localhost:7070/rooms/general"})
    void anAddressBecomesALinkToItself(String body, String url) {
        assertThat(links(body)).containsExactly(new Text.Link(url, url));
        assertThat(shown(body)).isEqualTo(body);
    }

    @ParameterizedTest
    @ValueSource(strings = {"www.example.org", "see www.example.org, please"})
    void anAddressThatBeginsWithWwwLeadsThereByHttps(String body) {
        assertThat(links(body)).containsExactly(new Text.Link("www.example.org", "https://www.example.org"));
        assertThat(shown(body)).isEqualTo(body);
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "javascript://example.org/%0aalert(1)", "data:text/html,<b>",
            "vbscript://x", "file:///etc/passwd", "ftp://example.org/", "mailto:ann@example.org", "ann@example.org",
            "JaVaScRiPt://example.org", "x-http://example.org", "example.org", "http://", "https:example.org"})
    void nothingElseBecomesALink(String body) {
        assertThat(links(body)).isEmpty();
        assertThat(shown(body)).isEqualTo(body);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"plain", "a  b\n\n c\t", "https://a.org https://b.org\nwww.c.org", "<a href=\"https://x.org\">"})
    void noCharacterGetsLost(String body) {
        assertThat(shown(body)).isEqualTo(body);
    }

    private static List<Text.Link> links(String body) {
        return Text.parts(body).stream().filter(Text.Link.class::isInstance).map(Text.Link.class::cast).toList();
    }

    private static String shown(String body) {
        return Text.parts(body).stream().map(part -> switch (part) {
            case Text.Plain plain -> plain.text();
            case Text.Link link -> link.text();
        }).collect(joining());
    }
}
