package parley.room;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.RunningParley;
import parley.Visitor;

/** How one comes into a room by invitation. */
class InvitationTest {

    @RegisterExtension
    static final RunningParley parley = new RunningParley();

    private final Visitor ann = parley.visitor();
    private final Visitor bob = parley.visitor();
    private final String room = ann.makeByInvitation("Surprise party");

    @Test
    void whoMadeTheRoomIsInIt() {
        ann.say(room, "Nobody knows yet").is(201);

        assertThat(ann.get("/rooms/" + room + "/inside").is(200).texts()).containsExactly("Nobody knows yet");
    }

    @Test
    void whoHasTheLinkIsSentIn() {
        assertThat(bob.enter(room, ann.invitation(room)).is(204).header("HX-Redirect")).isEqualTo("/rooms/" + room);

        bob.say(room, "What a nice idea").is(201);
        assertThat(ann.get("/rooms/" + room + "/feed").is(200).texts()).containsExactly("What a nice idea");
    }

    @Test
    void whoComesTwiceIsInItOnce() {
        bob.enter(room, ann.invitation(room)).is(204);
        bob.enter(room, ann.invitation(room)).is(204);

        bob.get("/rooms/" + room + "/inside").is(200);
    }

    @Test
    void anyMemberCanInvite() {
        bob.enter(room, ann.invitation(room)).is(204);
        var cleo = parley.visitor();

        cleo.enter(room, bob.invitation(room)).is(204);

        cleo.get("/rooms/" + room + "/inside").is(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"..%2F..%2Fuser%3F", "x%2F..%2Fy", "a%23b", "%E5%B1%B1"})
    void anInvitationLeadsToTheRoomOfItsAddressAndNowhereElse(String slug) {
        var page = bob.get("/rooms/" + slug + "/invite").document();

        assertThat(page.select("#invited").attr("hx-put")).isEqualTo("/rooms/" + slug + "/membership");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "%00", "null"})
    void whoGuessesStaysOutsideAndIsToldWhy(String guess) {
        bob.enter(room, guess).refused(403, "there is a newer one");

        bob.get("/rooms/" + room + "/inside").is(403);
    }

    @Test
    void theInvitationToOneRoomOpensNoOther() {
        String other = ann.makeByInvitation("Another secret");

        bob.enter(room, ann.invitation(other)).is(403);
    }

    @Test
    void aNewLinkMakesTheOldOneWorthlessAndSendsNobodyAway() {
        String old = ann.invitation(room);
        bob.enter(room, old).is(204);
        var shown = ann.submit("PUT", "/rooms/" + room + "/invitation", "").is(200).document();
        var cleo = parley.visitor();

        cleo.enter(room, old).is(403);
        bob.get("/rooms/" + room + "/inside").is(200);
        cleo.enter(room, shown.select("#invite-link").val().split("#")[1]).is(204);
    }

    @Test
    void onlyWhoMadeTheRoomMakesANewLink() {
        bob.enter(room, ann.invitation(room)).is(204);
        String before = bob.invitation(room);

        bob.submit("PUT", "/rooms/" + room + "/invitation", "").refused(403, "Only who made the room");
        parley.visitor().submit("PUT", "/rooms/" + room + "/invitation", "").refused(403, "by invitation");

        assertThat(ann.invitation(room)).isEqualTo(before);
        assertThat(bob.get("/rooms/" + room + "/invitation").document().select("[hx-put]")).isEmpty();
        assertThat(ann.get("/rooms/" + room + "/invitation").document().select("[hx-put]")).hasSize(1);
    }

    @Test
    void theLinkHoldsTheInvitationWhereNoServerSeesIt() {
        String link = ann.get("/rooms/" + room + "/invitation").document().select("#invite-link").val();

        assertThat(link).matches("/rooms/" + room + "/invite#[\\w-]{43}");
        bob.without("Session-Id").get(link.replaceAll("#.*", "")).is(200);
    }

    @Test
    void membershipOutlivesTheServer() {
        bob.enter(room, ann.invitation(room)).is(204);
        parley.stop();
        parley.start();

        bob.get("/rooms/" + room + "/inside").is(200);
        parley.visitor().get("/rooms/" + room + "/inside").is(403);
    }
}
