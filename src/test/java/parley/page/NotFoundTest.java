package parley.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.RunningParley;
import parley.Visitor;

class NotFoundTest {

    @RegisterExtension
    static final RunningParley parley = new RunningParley();

    private final Visitor ann = parley.visitor();

    @ParameterizedTest
    @ValueSource(strings = {"/rooms/nowhere", "/nowhere", "/rooms/general/nowhere", "/static/nowhere.css",
            "/avatars/nobody.svg", "/rooms/%C3%BC%20%3Cscript%3E"})
    void whoGetsLostFindsAWayBack(String path) {
        var page = ann.without("HX-Request").get(path).is(404).document();

        assertThat(page.select("main h1").text()).isEqualTo("There is nothing here");
        assertThat(page.select("main a[href=/]").text()).isEqualTo("Back to the chat");
        assertThat(page.select("script:not([src])")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/session", "/pieces", "/feed", "/feed?after=a:1"})
    void nothingOfARoomIsAnsweredThatNobodyMade(String path) {
        ann.get("/rooms/nowhere" + path).refused(404, "There is no room at this address");
    }

    @Test
    void nothingCanBeSaidInARoomThatNobodyMade() {
        ann.say("nowhere", "Hello?").refused(404, "There is no room at this address");

        ann.get("/rooms/nowhere").is(404);
    }

    @Test
    void theStreamsAddressSaysWhatItIs() {
        var reply = ann.get("/rooms/general/live").refused(426, "WebSocket");

        assertThat(reply.header("Upgrade")).isEqualTo("websocket");
    }

    @Test
    void aMethodThatAnAddressDoesNotTakeIsRefused() {
        var reply = ann.submit("DELETE", "/rooms/general", "").refused(405, "does not take that method");

        assertThat(reply.header("Allow")).contains("GET");
        ann.get("/rooms/general").is(200);
    }
}
