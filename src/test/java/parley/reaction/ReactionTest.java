package parley.reaction;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.LiveStream;
import parley.Reply;
import parley.RunningParley;
import parley.Visitor;

class ReactionTest {

    /** So many are named on a page. */
    private static final int FEW = 20;

    @RegisterExtension
    static final RunningParley parley = new RunningParley();

    private final String room = parley.room();
    private final Visitor ann = parley.visitor();
    private final Visitor bob = parley.visitor();
    private final String key = Visitor.newKey();

    ReactionTest() {
        ann.post(room, "Hello", key).is(201);
    }

    @Test
    void aReactionStandsInTheMessage() {
        react(bob, "heart").is(200);
        react(ann, "heart").is(200);
        react(ann, "thumb").is(200);

        assertThat(chips(page())).containsExactly("👍 1", "❤️ 2");
        assertThat(page().select("article#message-" + key + " .reactions li").attr("data-by"))
                .isEqualTo(id(ann));
        assertThat(chips(ann.get("/rooms/" + room + "/feed").document())).containsExactly("👍 1", "❤️ 2");
    }

    @Test
    void twiceIsOnceAndTakesOneNumber() {
        react(bob, "party").is(200);
        react(bob, "party").is(200);

        assertThat(chips(page())).containsExactly("🎉 1");
        assertThat(bob.cursor(room)).endsWith(":2");
    }

    @Test
    void whatIsTakenBackIsGoneAndTakesANumberOnce() {
        react(bob, "party").is(200);
        react(ann, "party").is(200);

        takeBack(bob, "party").is(200);
        takeBack(bob, "party").is(200);

        assertThat(chips(page())).containsExactly("🎉 1");
        assertThat(bob.cursor(room)).endsWith(":4");
        assertThat(chips(takeBack(ann, "party").is(200).document())).isEmpty();
        assertThat(chips(page())).isEmpty();
    }

    @Test
    void takingBackWhatOneNeverGaveChangesNothing() {
        react(ann, "wow").is(200);

        assertThat(chips(takeBack(bob, "wow").is(200).document())).containsExactly("😮 1");

        assertThat(bob.cursor(room)).endsWith(":2");
    }

    @Test
    void everyTabHearsOfItByTheSameBytesAsTheAnswer() {
        try (var tab = parley.visitor().listen(room); var other = ann.listen(room)) {
            String answer = react(bob, "laugh").is(200).body().strip();

            assertThat(tab.upTo(2).frames("feed").getLast().html().strip()).isEqualTo(answer);
            assertThat(other.upTo(2).frames("feed").getLast().html().strip()).isEqualTo(answer);
            assertThat(tab.texts()).as("messages, sent anew").isEmpty();
        }
    }

    @Test
    void whoWasAwayHearsTheLastStateOnce() {
        String cursor = ann.cursor(room);
        react(bob, "laugh");
        react(bob, "wow");
        takeBack(bob, "laugh");

        try (var tab = ann.listen(room, cursor)) {
            assertThat(lists(tab.upTo(4))).containsExactly(List.of("😮 1"));
        }
        var poll = ann.get("/rooms/" + room + "/feed?after=" + cursor).is(200);
        assertThat(chips(poll.document())).containsExactly("😮 1");
        assertThat(poll.document().select(".reactions").attr("data-revision")).isEqualTo("4");
        assertThat(poll.header("Cursor")).endsWith(":4");
    }

    @Test
    void whoWasAwayHearsThatAllAreGone() {
        react(bob, "laugh");
        String cursor = ann.cursor(room);
        takeBack(bob, "laugh");

        try (var tab = ann.listen(room, cursor)) {
            assertThat(lists(tab.upTo(3))).containsExactly(List.of());
        }
    }

    @Test
    void manyAtOnceAreAllCountedAndEachTakesANumber() throws Exception {
        var everybody = Stream.generate(parley::visitor).limit(24).toList();
        try (var tab = ann.listen(room); var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.invokeAll(everybody.stream().map(each -> (Callable<Reply>) () -> react(each, "thumb").is(200))
                    .toList());

            assertThat(lists(tab.upTo(25)).getLast()).containsExactly("👍 24");
        }
        assertThat(bob.cursor(room)).endsWith(":25");
    }

    @Test
    void newsNameWhoCameAndWhoLeftAndNobodyElse() {
        react(ann, "heart").is(200);
        react(bob, "heart").is(200);
        try (var tab = ann.listen(room)) {
            react(parley.visitor(), "heart").is(200);
            takeBack(bob, "heart").is(200);

            var news = Jsoup.parse(tab.upTo(5).frames("feed").getLast().html());
            assertThat(chips(news)).containsExactly("❤️ 2");
            assertThat(names(news, "data-left")).containsExactly(id(bob));
            assertThat(names(news, "data-by")).doesNotContain(id(ann));
        }
    }

    @Test
    void whoWasAwayHearsOfEachByNameHoweverManyCameSince() {
        react(ann, "heart").is(200);
        react(bob, "heart").is(200);
        String cursor = ann.cursor(room);
        takeBack(ann, "heart").is(200);
        react(ann, "party").is(200);
        everybody(FEW + 10).forEach(each -> react(each, "party").is(200));

        var news = ann.get("/rooms/" + room + "/feed?after=" + cursor).is(200).document();

        assertThat(chips(news)).containsExactly("❤️ 1", "🎉 31");
        assertThat(names(news, "data-left")).containsExactly(id(ann));
        assertThat(names(news, "data-by")).contains(id(ann)).doesNotContain(id(bob)).hasSize(31);
    }

    @Test
    void aPageNamesAFewAndOfManyNobody() {
        var everybody = everybody(FEW);
        everybody.forEach(each -> react(each, "heart").is(200));
        assertThat(names(page(), "data-by"))
                .containsExactlyInAnyOrderElementsOf(everybody.stream().map(this::id).toList());

        react(bob, "heart").is(200);

        assertThat(chips(page())).containsExactly("❤️ 21");
        assertThat(names(page(), "data-by")).isEmpty();
    }

    @Test
    void whoAsksIsToldWhetherTheyAreAmongTheMany() {
        everybody(FEW).forEach(each -> react(each, "heart").is(200));
        react(bob, "heart").is(200);

        var ofBob = own(bob, key).is(200).document();
        var ofAnn = own(ann, key, Visitor.newKey()).is(200).document();

        assertThat(chips(ofBob)).containsExactly("❤️ 21");
        assertThat(names(ofBob, "data-by")).containsExactly(id(bob));
        assertThat(names(ofBob, "data-left")).isEmpty();
        assertThat(names(ofAnn, "data-by")).isEmpty();
        assertThat(names(ofAnn, "data-left")).containsExactly(id(ann));
    }

    @Test
    void whoAsksAboutTooManyOrElsewhereIsRefused() {
        String secret = ann.makeByInvitation("Secret");

        own(ann, Stream.generate(Visitor::newKey).limit(51).toArray(String[]::new)).refused(400, "at most 50");
        bob.get("/rooms/" + secret + "/reactions?message=" + key).refused(403, "by invitation");
        assertThat(chips(own(ann).is(200).document())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"poop", "HEART", "❤️", "%27"})
    void whatIsNotOfferedIsRefused(String word) {
        react(bob, word).refused(404, "Choose one of those that are offered");

        assertThat(bob.cursor(room)).endsWith(":1");
    }

    @Test
    void aMessageThatIsNotInTheRoomIsRefused() {
        String elsewhere = parley.room();

        bob.submit("PUT", path(elsewhere, key, "heart"), "").refused(404, "This room has no such message");
        bob.delete(path(elsewhere, key, "heart")).refused(404, "This room has no such message");
        bob.submit("PUT", path(room, Visitor.newKey(), "heart"), "").refused(404, "This room has no such message");

        assertThat(chips(page())).isEmpty();
        assertThat(bob.cursor(elsewhere)).endsWith(":0");
    }

    @Test
    void whoMayNotEnterTheRoomMayNotReact() {
        String secret = ann.makeByInvitation("Secret");
        String said = Visitor.newKey();
        ann.post(secret, "Psst", said).is(201);

        bob.submit("PUT", path(secret, said, "heart"), "").refused(403, "by invitation");
        bob.delete(path(secret, said, "heart")).refused(403, "by invitation");
        bob.enter(secret, ann.invitation(secret)).is(204);
        bob.submit("PUT", path(secret, said, "heart"), "").is(200);

        bob.without("Session-Id").submit("PUT", path(room, key, "heart"), "").is(400);
    }

    @Test
    void reactionsOutliveTheServer() {
        react(bob, "thanks").is(200);

        parley.stop();
        parley.start();

        assertThat(chips(page())).containsExactly("🙏 1");
        takeBack(bob, "thanks").is(200);
        assertThat(chips(page())).isEmpty();
    }

    @Test
    void olderMessagesComeWithTheirs() {
        react(bob, "heart").is(200);
        IntStream.rangeClosed(1, 50).forEach(number -> ann.say(room, "" + number).is(201));

        var newest = ann.get("/rooms/" + room + "/feed");
        var older = ann.get("/rooms/" + room + "/feed?before=" + newest.messages().getFirst().attr("data-posted"));

        assertThat(chips(newest.document())).isEmpty();
        assertThat(chips(older.document())).containsExactly("❤️ 1");
    }

    private static List<Visitor> everybody(int number) {
        return Stream.generate(parley::visitor).limit(number).toList();
    }

    private Reply own(Visitor who, String... keys) {
        return who.get("/rooms/" + room + "/reactions?"
                + Stream.of(keys).map(each -> "message=" + each).collect(joining("&")));
    }

    private Reply react(Visitor who, String word) {
        return who.submit("PUT", path(room, key, word), "");
    }

    private Reply takeBack(Visitor who, String word) {
        return who.delete(path(room, key, word));
    }

    private static String path(String room, String key, String word) {
        return "/rooms/" + room + "/messages/" + key + "/reactions/" + word;
    }

    private Document page() {
        return parley.visitor().get("/rooms/" + room).is(200).document();
    }

    private String id(Visitor who) {
        return who.get("/rooms/" + room + "/session").document().select("#session-name").attr("data-user");
    }

    private static List<String> chips(Document page) {
        return page.select(".reactions li").eachText();
    }

    private static List<String> names(Document page, String attribute) {
        return page.select(".reactions li").eachAttr(attribute).stream().flatMap(each -> Stream.of(each.split(" ")))
                .filter(name -> !name.isEmpty()).toList();
    }

    private static List<List<String>> lists(LiveStream stream) {
        return stream.frames("feed").stream()
                .flatMap(frame -> Jsoup.parse(frame.html()).select("body > .reactions").stream())
                .map(list -> list.select("li").eachText()).toList();
    }
}
