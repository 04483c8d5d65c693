package parley.saved;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.stream.IntStream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import parley.Reply;
import parley.RunningParley;
import parley.Visitor;
import parley.database.BackDoor;

class SavedTest {

    @RegisterExtension
    static final RunningParley parley = new RunningParley();

    private final Visitor ann = parley.visitor();
    private final Visitor bob = parley.visitor();
    private final String room = parley.room();

    @Test
    void atFirstThereIsNothing() {
        assertThat(texts(pieces(ann))).isEmpty();
        assertThat(pieces(ann).select("#saved").text()).contains("Nothing yet");
    }

    @Test
    void whatIsSavedIsListedWithItsAuthorAndRoomAndTheWayThere() {
        String key = said("The key is under the mat");

        save(ann, key).is(200);

        var item = pieces(ann).select("#saved li").first();
        assertThat(item.select(".author").text()).isEqualTo(bob.name());
        assertThat(item.select(".room bdi").text()).startsWith("Room ");
        assertThat(item.select("a").attr("href")).isEqualTo("/rooms/" + room + "#message-" + key);
        assertThat(texts(pieces(ann))).containsExactly("The key is under the mat");
        assertThat(marks(ann)).containsExactly(key);
    }

    @Test
    void theLastSavedComesFirstWhateverIsOlder() {
        String older = said("Older");
        String newer = said("Newer");

        save(ann, newer).is(200);
        save(ann, older).is(200);

        assertThat(texts(pieces(ann))).containsExactly("Older", "Newer");
    }

    @Test
    void savedTwiceIsListedOnce() {
        String key = said("Once");

        save(ann, key).is(200);
        save(ann, key).is(200);

        assertThat(texts(pieces(ann))).containsExactly("Once");
    }

    @Test
    void whatIsTakenOutIsGone() {
        String key = said("Milk");
        String other = said("Bread");
        save(ann, key).is(200);
        save(ann, other).is(200);

        takeOut(ann, key).is(200);
        takeOut(ann, key).is(200);

        assertThat(texts(pieces(ann))).containsExactly("Bread");
        assertThat(marks(ann)).containsExactly(other);
    }

    @Test
    void nobodyElseSeesIt() {
        save(ann, said("Mine")).is(200);

        assertThat(texts(pieces(bob))).isEmpty();
        assertThat(marks(bob)).isEmpty();
    }

    @Test
    void theListShowsTheAuthorsNameOfToday() {
        save(ann, said("Hello")).is(200);

        bob.rename("Robert").is(200);

        assertThat(pieces(ann).select("#saved .author").text()).isEqualTo("Robert");
    }

    @Test
    void aMessageOfAnotherRoomOrNoneIsRefused() {
        String key = said("Here");

        ann.submit("PUT", saved(parley.room(), key), "").refused(404, "no such message");
        ann.submit("PUT", saved(room, Visitor.newKey()), "").refused(404, "no such message");
        ann.submit("PUT", saved("atlantis", key), "").is(404);

        assertThat(marks(ann)).isEmpty();
    }

    @Test
    void whoMayNotEnterTheRoomSavesNothingOfIt() {
        String secret = ann.makeByInvitation("Cellar");
        String key = Visitor.newKey();
        ann.post(secret, "Password: swordfish", key).is(201);

        bob.submit("PUT", saved(secret, key), "").refused(403, "by invitation");

        assertThat(texts(pieces(bob))).isEmpty();
        ann.submit("PUT", saved(secret, key), "").is(200);
        assertThat(texts(pieces(ann))).containsExactly("Password: swordfish");
    }

    @Test
    void aMessageOfARoomThatOneMayNoMoreEnterIsNotShown() {
        String secret = ann.makeByInvitation("Attic");
        String key = Visitor.newKey();
        ann.post(secret, "Nobody else", key).is(201);
        ann.submit("PUT", saved(secret, key), "").is(200);

        BackDoor.run(parley.data(), "delete from members");

        assertThat(texts(pieces(ann))).isEmpty();
        assertThat(marks(ann)).isEmpty();
        assertThat(ann.get("/saved").is(200).body()).doesNotContain("Nobody else");
    }

    @Test
    void aLongListComesInStretches() {
        var all = IntStream.rangeClosed(1, 45).mapToObj(i -> "Line " + i).toList();
        all.forEach(line -> save(ann, said(line)).is(200));

        var first = pieces(ann);
        var second = ann.get(more(first)).is(200).document();
        var third = ann.get(more(second)).is(200).document();

        assertThat(texts(first)).isEqualTo(all.reversed().subList(0, 20));
        assertThat(texts(second)).isEqualTo(all.reversed().subList(20, 40));
        assertThat(texts(third)).isEqualTo(all.reversed().subList(40, 45));
        assertThat(third.select("[hx-get]")).isEmpty();
    }

    @Test
    void aStretchIsNobodyElsesAndCannotBeMadeUp() {
        IntStream.rangeClosed(1, 21).forEach(i -> save(ann, said("Line " + i)).is(200));
        String more = more(pieces(ann));

        bob.get(more).refused(400, "not a cursor of this list");
        ann.get(more + "A").refused(400, "not a cursor of this list");
        ann.get("/saved?page=OTk").refused(400, "not a cursor of this list");
    }

    @Test
    void aDuplicatedTabHasACopyInTheSameOrder() {
        List.of("One", "Two", "Three").forEach(text -> save(ann, said(text)).is(200));
        var copy = parley.visitor();

        ann.with("Next-Session-Id", copy.secret()).submit("POST", "/session/fork", "").is(204);
        takeOut(ann, marks(ann).getFirst()).is(200);

        assertThat(texts(pieces(copy))).containsExactly("Three", "Two", "One");
        assertThat(texts(pieces(ann))).containsExactly("Three", "Two");
    }

    @Test
    void everyTabOfTheSessionHearsOfIt() {
        String key = said("Listen");
        try (var one = ann.listen(room); var other = ann.listen("general"); var stranger = bob.listen(room)) {
            one.upTo(1);
            other.upTo(0);
            stranger.upTo(1);

            save(ann, key).is(200);

            one.seesPiece("Listen");
            other.seesPiece("Listen");
            takeOut(ann, key).is(200);
            other.seesPiece("Nothing yet");
            assertThat(stranger.frames("piece")).noneMatch(frame -> frame.html().contains("id=\"saved\""));
        }
    }

    private String said(String text) {
        String key = Visitor.newKey();
        bob.post(room, text, key).is(201);
        return key;
    }

    private Reply save(Visitor who, String key) {
        return who.submit("PUT", saved(room, key), "");
    }

    private Reply takeOut(Visitor who, String key) {
        return who.ask("DELETE", saved(room, key), BodyPublishers.noBody());
    }

    private static String saved(String room, String key) {
        return "/rooms/" + room + "/messages/" + key + "/saved";
    }

    private static Document pieces(Visitor who) {
        return who.get("/session/pieces").is(200).document();
    }

    private static List<String> texts(Document list) {
        return list.select("li .text").stream().map(Element::wholeText).toList();
    }

    private static List<String> marks(Visitor who) {
        String keys = pieces(who).select("#saved-marks").val();
        return keys.isEmpty() ? List.of() : List.of(keys.split(" "));
    }

    private static String more(Document list) {
        return list.select("[hx-get]").attr("hx-get");
    }
}
