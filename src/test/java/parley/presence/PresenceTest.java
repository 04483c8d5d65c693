package parley.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import parley.Eventually;
import parley.RunningParley;
import parley.Visitor;

class PresenceTest {

    @RegisterExtension
    static final RunningParley parley = new RunningParley();

    private final String room = parley.room();
    private final Visitor ann = parley.visitor();
    private final Visitor bob = parley.visitor();

    @Test
    void whoListensIsHereInTheOrderOfComing() {
        var visitors = Stream.generate(parley::visitor).limit(6).toList();
        var tabs = visitors.stream().map(visitor -> visitor.listen(room).seesPiece(visitor.name())).toList();

        assertThat(here()).containsExactlyElementsOf(visitors.stream().map(Visitor::name).toList());
        tabs.forEach(tab -> tab.seesPiece(visitors.getLast().name()).close());
    }

    @Test
    void whoOnlyReadsThePageIsNotHere() {
        ann.get("/rooms/" + room);
        bob.get("/rooms/" + room + "/session");

        assertThat(here()).isEmpty();
    }

    @Test
    void whoIsInAnotherRoomIsNotHere() {
        try (var elsewhere = ann.listen(parley.room())) {
            elsewhere.seesPiece(ann.name());

            assertThat(here()).isEmpty();
        }
    }

    @Test
    void twoTabsOfOnePersonAreOnePerson() {
        try (var first = ann.listen(room); var second = ann.listen(room)) {
            first.seesPiece("2 tabs");
            second.seesPiece("2 tabs");

            assertThat(here()).hasSize(1);
        }
    }

    @Test
    void whoHasGoneIsHereForAMomentMoreAndThenNot() {
        try (var his = bob.listen(room)) {
            var hers = ann.listen(room);
            his.seesPiece(ann.name());

            var closed = Instant.now();
            hers.close();

            Eventually.until(ann.name() + " is gone", () -> here().equals(List.of(bob.name())));
            assertThat(closed).as("time enough to reload").isBefore(Instant.now().minusSeconds(1));
            Eventually.until("the others see it",
                    () -> !names(his.frames("piece").getLast().html()).contains(ann.name()));
        }
    }

    @Test
    void whoReloadsIsHereAllTheTime() {
        var before = ann.listen(room).seesPiece(ann.name());
        try (var after = ann.listen(room)) {
            before.close();
            after.seesPiece(ann.name());
            Eventually.until("the old tab is forgotten", () -> !people().contains("2 tabs"));

            assertThat(here()).containsExactly(ann.name());
            assertThat(after.frames("piece")).extracting(piece -> piece.html())
                    .filteredOn(html -> html.contains("people"))
                    .allMatch(html -> html.contains(ann.name()));
        }
    }

    @Test
    void whoPollsIsHereToo() {
        ann.get("/rooms/" + room + "/pieces").is(200);

        assertThat(here()).containsExactly(ann.name());
    }

    @Test
    void aNewNameIsSeenInTheList() {
        try (var his = bob.listen(room); var hers = ann.listen(room)) {
            his.seesPiece(ann.name());

            ann.rename("Ann of the list");

            his.seesPiece("Ann of the list");
            hers.seesPiece("Ann of the list");
        }
    }

    @Test
    void norIsAnotherListReadForIt() throws InterruptedException {
        String elsewhere = parley.room();
        try (var hers = ann.listen(room); var his = bob.listen(elsewhere)) {
            hers.seesPiece(ann.name());
            his.seesPiece(bob.name());
            int before = runsWhenQuiet();

            ann.rename("Ann of one list");
            hers.seesPiece("Ann of one list");
            bob.say(elsewhere, "Whoever was to be told has been");
            his.upTo(1);

            assertThat(runs() - before).isEqualTo(1);
        }
    }

    /** Who has just come is told of once more, a moment later. */
    private int runsWhenQuiet() throws InterruptedException {
        int runs;
        do {
            runs = runs();
            Thread.sleep(400);
        } while (runs() != runs);
        return runs;
    }

    private int runs() {
        var runs = Pattern.compile("parley_live_query_runs_total\\{query=\"people\"} (\\d+)")
                .matcher(ann.get("/metrics").body());
        assertThat(runs.find()).isTrue();
        return Integer.parseInt(runs.group(1));
    }

    private List<String> here() {
        return names(people());
    }

    private String people() {
        return parley.visitor().get("/rooms/" + room).body();
    }

    private static List<String> names(String html) {
        return Jsoup.parse(html).select("#people .name").eachText();
    }
}
