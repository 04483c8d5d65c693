package parley.device;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.Eventually.until;

import java.time.Instant;
import java.util.List;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import parley.Reply;
import parley.RunningParley;
import parley.Visitor;
import parley.session.SessionId;

class YourSessionsTest {

    private static final String FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0";

    @RegisterExtension
    static final RunningParley parley = new RunningParley();

    private final Visitor ann = parley.visitor().with("User-Agent", FIREFOX);

    @Test
    void whoHasDoneNothingHasThisOneSession() {
        assertThat(devices(ann)).containsExactly("Firefox on Linux");
        assertThat(ann.get("/sessions").document().select("#your-sessions button")).isEmpty();
    }

    @Test
    void aDuplicatedTabIsListedInBoth() {
        ann.say("general", "Hello").is(201);
        var twin = ann.duplicate();

        assertThat(devices(ann)).containsExactly("Firefox on Linux", "Firefox on Linux");
        assertThat(here(ann)).isNotEqualTo(here(twin));
        assertThat(others(ann)).containsExactly(here(twin));
        assertThat(others(twin)).containsExactly(here(ann));
    }

    @Test
    void timesAreTold() {
        ann.duplicate();
        var times = ann.get("/sessions").is(200).document().select("#your-sessions time");

        assertThat(times).hasSize(3).allSatisfy(time -> assertThat(Instant.parse(time.attr("datetime")))
                .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(1)));
    }

    @Test
    void strangersAreNotListed() {
        ann.say("general", "Hello").is(201);
        parley.visitor().say("general", "Hello").is(201);

        assertThat(others(ann)).isEmpty();
    }

    @Test
    void oneIsEndedAndItsStreamClosedAtOnce() {
        var twin = ann.duplicate();
        try (var stream = twin.listen("general"); var own = ann.listen("general")) {
            stream.upTo(0);
            own.upTo(0);

            var left = ann.delete("/sessions/" + here(twin)).is(200);

            assertThat(stream.closeCode()).isEqualTo(4401);
            assertThat(own.isOpen()).isTrue();
            twin.get("/session/pieces").refused(401, "ended");
            twin.say("general", "Still here?").is(401);
            assertThat(left.document().select("#your-sessions li")).hasSize(1);
            assertThat(others(ann)).isEmpty();
        }
    }

    @Test
    void oneThatSignsOutHearsThatItDid() {
        var twin = ann.duplicate();
        try (var stream = twin.listen("general")) {
            stream.upTo(0);

            twin.delete("/session").is(204);

            assertThat(stream.closeCode()).isEqualTo(4402);
        }
    }

    @Test
    void allOthersAreEnded() {
        var twin = ann.duplicate();
        var triplet = twin.duplicate();

        assertThat(triplet.delete("/sessions").is(200).document().select("#your-sessions li")).hasSize(1);

        ann.get("/sessions").is(401);
        twin.get("/sessions").is(401);
        triplet.say("general", "Alone").is(201);
    }

    @Test
    void endingAllOthersEndsNobodyElse() {
        var bob = parley.visitor();
        bob.say("general", "Hello").is(201);
        ann.say("general", "Hello").is(201);

        ann.delete("/sessions").is(200);

        bob.say("general", "Still here").is(201);
    }

    @Test
    void nobodyEndsWhatIsNotTheirs() {
        ann.say("general", "Hello").is(201);
        var eve = parley.visitor();

        eve.delete("/sessions/" + here(ann)).refused(404, "No other session of yours");
        eve.say("general", "Now I am somebody").is(201);
        eve.delete("/sessions/" + here(ann)).is(404);
        eve.delete("/sessions/" + SessionId.of(ann.secret()).hash()).is(404);
        eve.delete("/sessions/" + ann.secret()).is(404);

        ann.say("general", "Still here").is(201);
    }

    @Test
    void theOneThatAsksIsNotEndedByItself() {
        ann.say("general", "Hello").is(201);

        ann.delete("/sessions/" + here(ann)).refused(404, "No other session of yours");

        ann.say("general", "Still here").is(201);
    }

    @Test
    void theListIsLive() {
        var twin = ann.duplicate();
        try (var stream = ann.listen("general")) {
            stream.upTo(0);
            try (var other = twin.listen("general")) {
                other.upTo(0);
                stream.seesPiece("Open now");
            }
            stream.seesPiece("Last seen");
            twin.duplicate();
            until("three are listed", () -> listed(stream.frames("piece").getLast().html()) == 3);
            twin.delete("/sessions/" + others(twin).getFirst()).is(200);
            until("two are left", () -> listed(stream.frames("piece").getLast().html()) == 2);
        }
    }

    @Test
    void theListHoldsNeitherIdsNorHashes() {
        var twin = ann.duplicate();
        try (var stream = ann.listen("general"); var other = twin.listen("general")) {
            other.upTo(0);
            stream.seesPiece("Open now");
            String shown = ann.get("/sessions").body() + ann.get("/session/pieces").body() + stream.frames("piece");

            assertThat(shown).contains(here(twin));
            assertThat(List.of(ann, twin)).allSatisfy(one -> assertThat(shown).doesNotContain(one.secret(),
                    SessionId.of(one.secret()).hash()));
        }
    }

    private static long listed(String html) {
        return new Reply(200, null, html).document().select("#your-sessions li").size();
    }

    private static List<String> devices(Visitor visitor) {
        return visitor.get("/sessions").is(200).document().select("#your-sessions .device").eachText();
    }

    private static List<String> others(Visitor visitor) {
        return visitor.get("/sessions").is(200).document().select("#your-sessions [hx-delete^=/sessions/]").stream()
                .map(button -> button.attr("hx-delete").replace("/sessions/", "")).toList();
    }

    private static String here(Visitor visitor) {
        Element device = visitor.get("/sessions").is(200).document().select("#your-sessions .here .device").first();
        return device.id().replace("device-", "");
    }
}
