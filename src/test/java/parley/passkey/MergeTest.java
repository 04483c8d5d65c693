package parley.passkey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import parley.LiveStream;
import parley.RunningParley;
import parley.Visitor;

/** What somebody wrote before they signed in. */
class MergeTest {

    @RegisterExtension
    static final RunningParley parley = new RunningParley();

    private final String room = parley.room();
    private final Authenticator key = new Authenticator(Page.origin(parley));
    private final Page ann = Page.open(parley);
    private final Page page = Page.open(parley);

    @BeforeEach
    void annIsKept() {
        ann.visitor().rename("Ann");
        ann.keep(key);
        page.visitor().rename("Nobody");
    }

    @Test
    void isTheirsAfterwardsInEveryRoomAndKeepsItsPlace() {
        String other = parley.room();
        page.visitor().say(room, "One");
        parley.visitor().say(room, "Somebody else's");
        page.visitor().say(room, "Two");
        page.visitor().say(other, "Three");

        var signedIn = page.signIn(key);

        assertThat(authors(room)).containsExactly("Ann", parley.visitor().get("/rooms/" + room).document()
                .select(".author").get(1).text(), "Ann").doesNotContain("Nobody");
        assertThat(parley.said(room)).containsExactly("One", "Somebody else's", "Two");
        assertThat(authors(other)).containsExactly("Ann");
        signedIn.visitor().say(room, "Three").is(201);
    }

    @Test
    void reachesTabsThatAreOpenAndTabsThatWereAway() {
        page.visitor().say(room, "One");
        page.visitor().say(room, "Two");
        String cursor = page.visitor().cursor(room);
        try (var open = parley.visitor().listen(room)) {
            page.signIn(key);

            assertThat(authors(open.upTo(4))).containsExactly("Ann", "Ann");
        }
        try (var away = parley.visitor().listen(room, cursor)) {
            assertThat(authors(away.upTo(4))).containsExactly("Ann", "Ann");
        }
    }

    @Test
    void takesAlongTheRoomsByInvitationAndThatTheyMadeThem() {
        String party = page.visitor().makeByInvitation("Party");
        page.visitor().say(party, "Come in").is(201);

        var signedIn = page.signIn(key);

        assertThat(signedIn.visitor().get("/rooms/" + party + "/inside").is(200).texts()).containsExactly("Come in");
        signedIn.visitor().submit("PUT", "/rooms/" + party + "/invitation", "").is(200);
    }

    @Test
    void itsRoomsByInvitationAreSeenInAnotherTabOfTheirs() {
        try (var elsewhere = Page.open(parley).signIn(key).visitor().listen(room)) {
            elsewhere.upTo(0);
            page.visitor().makeByInvitation("Garden party");

            page.signIn(key);

            elsewhere.seesPiece("Garden party");
        }
    }

    @Test
    void itsRoomsByInvitationAreGoneFromATabThatIsStillWhoTheyWere() {
        page.visitor().makeByInvitation("Garden party");
        try (var twin = page.visitor().duplicate().listen(room)) {
            twin.upTo(0);

            page.signIn(key);

            assertThat(twin.piece("my-rooms", "")).doesNotContain("Garden party");
        }
    }

    @Test
    void followsLaterRenamings() {
        page.visitor().say(room, "One");
        var signedIn = page.signIn(key);
        try (var open = parley.visitor().listen(room)) {
            signedIn.visitor().rename("Anna").is(200);

            assertThat(open.upTo(3).names()).containsExactly("Anna");
        }
    }

    @Test
    void isLeftIfTheyWantThat() {
        page.visitor().say(room, "One");
        String cursor = page.visitor().cursor(room);

        var signedIn = page.signIn(key, false);

        assertThat(authors(room)).containsExactly("Nobody");
        assertThat(page.visitor().cursor(room)).isEqualTo(cursor);
        assertThat(signedIn.visitor().name()).isEqualTo("Ann");
    }

    @Test
    void isLeftIfAnotherPasskeyKeepsWhoTheyWere() {
        var second = new Authenticator(Page.origin(parley));
        page.visitor().say(room, "One");

        var signedIn = page.keep(second).signIn(key);

        assertThat(authors(room)).containsExactly("Nobody");
        assertThat(signedIn.visitor().name()).isEqualTo("Ann");
        assertThat(signedIn.signIn(second).visitor().name()).isEqualTo("Nobody");
    }

    @Test
    void changesNothingForWhoeverIsThatPersonAlready() {
        var signedIn = page.signIn(key);
        signedIn.visitor().say(room, "One");
        String cursor = signedIn.visitor().cursor(room);

        var again = signedIn.signIn(key);

        assertThat(again.visitor().cursor(room)).isEqualTo(cursor);
        assertThat(authors(room)).containsExactly("Ann");
    }

    @Test
    void isFoundAgainWhenItsSendingIsRepeated() {
        String draft = Visitor.newKey();
        page.visitor().post(room, "Once", draft).is(201);

        page.signIn(key).visitor().post(room, "Once", draft).is(201);

        assertThat(parley.said(room)).containsExactly("Once");
    }

    @Test
    void areReactionsTooAndWhatBothGaveCountsOnce() {
        String message = Visitor.newKey();
        parley.visitor().post(room, "Hello", message).is(201);
        react(page, message, "heart");
        react(page, message, "wow");
        react(Page.open(parley).signIn(key), message, "heart");
        String before = page.user();
        try (var open = parley.visitor().listen(room)) {
            var signedIn = page.signIn(key);

            var told = Jsoup.parse(open.upTo(5).frames("feed").getLast().html());
            assertThat(told.select(".reactions li").eachText()).containsExactly("❤️ 1", "😮 1");
            assertThat(told.select(".reactions li").eachAttr("data-by")).containsOnly(signedIn.user());
            assertThat(told.select(".reactions li").eachAttr("data-left")).containsOnly(before);
            signedIn.visitor().delete(reaction(message, "heart")).is(200);
        }
        assertThat(parley.visitor().get("/rooms/" + room).document().select(".reactions li").eachText())
                .containsExactly("😮 1");
    }

    private void react(Page who, String message, String word) {
        who.visitor().submit("PUT", reaction(message, word), "").is(200);
    }

    private String reaction(String message, String word) {
        return "/rooms/" + room + "/messages/" + message + "/reactions/" + word;
    }

    private static List<String> authors(String room) {
        return parley.visitor().get("/rooms/" + room).document().select(".author").eachText();
    }

    private static List<String> authors(LiveStream stream) {
        return stream.frames("feed").stream()
                .flatMap(frame -> Jsoup.parse(frame.html()).select(".author").eachText().stream()).toList();
    }
}
