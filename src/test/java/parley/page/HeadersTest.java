package parley.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.Reply;
import parley.RunningParley;
import parley.Visitor;
import parley.Wire;

class HeadersTest {

    private static final String FOR_GOOD = "max-age=31536000";

    @RegisterExtension
    static final RunningParley parley = new RunningParley();

    private final Visitor ann = parley.visitor();

    @ParameterizedTest
    @ValueSource(strings = {"/", "/rooms/general", "/rooms/general/session", "/rooms/general/pieces",
            "/rooms/general/feed", "/rooms/general/feed?after=nonsense", "/rooms/general/feed?after=another:1",
            "/rooms/general/live", "/rooms/nowhere", "/nowhere", "/avatars/mint-otter.svg", "/avatars/nobody"})
    void everyAnswerIsGuarded(String path) {
        isGuarded(ann.get(path));
    }

    @Test
    void staticFilesAreGuardedToo() {
        isGuarded(ann.get(sheet()).is(200));
        isGuarded(ann.get(htmx()).is(200));
        isGuarded(ann.get("/static/nothing.css").is(404));
    }

    @Test
    void whatIsStoredAndWhatIsRefusedIsGuardedToo() {
        isGuarded(ann.say("general", "Hello").is(201));
        isGuarded(ann.say("general", "").is(422));
        isGuarded(ann.without("Session-Id").say("general", "Hello").is(400));
        isGuarded(ann.with("Origin", "http://elsewhere.example").say("general", "Hello").is(403));
        isGuarded(ann.submit("DELETE", "/rooms/general", "").is(405));
        isGuarded(ann.submit("POST", "/rooms/general/messages", "x".repeat(140_000)).is(413));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/rooms/%ff", "/rooms/%00", "/%zz"})
    void whatTheServerItselfRefusesIsGuardedToo(String path) {
        try (var wire = Wire.to(parley.at("/")).send("GET " + path + " HTTP/1.1\r\nHost: there\r\n\r\n")) {
            assertThat(wire.head()).startsWith("HTTP/1.1 400 ")
                    .containsIgnoringCase("Content-Security-Policy: default-src 'none'")
                    .containsIgnoringCase("X-Content-Type-Options: nosniff");
        }
    }

    @Test
    void noPageIsKeptByACache() {
        for (String path : new String[]{"/", "/rooms/general", "/rooms/general/session", "/rooms/general/feed",
                "/rooms/nowhere", "/nowhere"}) {
            assertThat(ann.get(path).header("Cache-Control")).as(path).isEqualTo("no-store");
        }
        assertThat(ann.say("general", "Hello").header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void whatHasItsVersionInItsAddressIsKeptForGood() {
        assertThat(ann.get(sheet()).header("Cache-Control")).contains(FOR_GOOD, "immutable");
        assertThat(ann.get("/avatars/mint-otter.svg").header("Cache-Control")).contains(FOR_GOOD, "immutable");
    }

    @Test
    void htmxIsKeptForGoodToo() {
        assertThat(ann.get(htmx()).header("Cache-Control")).contains("max-age=", "immutable")
                .doesNotContain("no-store");
    }

    @Test
    void aFileThatIsNotThereIsNotKept() {
        assertThat(ann.get(sheet().replace("base.css", "nothing.css")).is(404).header("Cache-Control"))
                .isEqualTo("no-store");
    }

    private static void isGuarded(Reply reply) {
        assertThat(reply.header("Content-Security-Policy")).as(reply.body()).startsWith("default-src 'none'; ")
                .contains("script-src 'self'", "style-src 'self'", "base-uri 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe-").doesNotContain("*").doesNotContain("data:");
        assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(reply.header("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(reply.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(reply.header("Set-Cookie")).isEmpty();
        assertThat(reply.header("Server")).doesNotContainPattern("\\d");
    }

    private String sheet() {
        return ann.get("/rooms/general").document().select("link[href$=base.css]").attr("href");
    }

    private String htmx() {
        return ann.get("/rooms/general").document().select("script[src*=htmx]").attr("src");
    }
}
