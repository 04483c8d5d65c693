package parley.e2e.stories;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import parley.e2e.vocabulary.Application;
import parley.e2e.vocabulary.Browser;
import parley.e2e.vocabulary.InTheBrowser;
import parley.e2e.vocabulary.Room;
import parley.e2e.vocabulary.Tab;

@InTheBrowser
class InviteStory {

    @Test
    void whoHasTheLinkComesInAndTalks(Room room, Browser browser) {
        Tab host = room.newTab().makeRoomByInvitation("Surprise party").isIn("Surprise party").send("Who brings cake?");
        String link = host.inviteLink();
        assertThat(link).as("to be sent to somebody").startsWith(room.site().toString());
        Tab guest = browser.newTab(room.site()).visit(link);
        assertThat(guest.words()).contains("You are invited").doesNotContain("Surprise");

        guest.click("Enter the room").isIn("Surprise party").sees("Who brings cake?").send("I do!");

        host.sees("I do!").seesPerson(guest.name(), 1);
        guest.reload().isIn("Surprise party").sees("Who brings cake?");
        assertThat(guest.title()).isEqualTo("Surprise party · Parley");
    }

    @Test
    void whoHasNoLinkIsToldAndSeesNothing(Room room, Browser browser) {
        browser.excuse("403");
        Tab host = room.newTab().makeRoomByInvitation("Poker").isIn("Poker").send("Cards on the table");
        Tab stranger = browser.newTab(room.site()).visit(host.address()).isTold("This room is by invitation.");

        assertThat(stranger.html()).doesNotContain("Poker", "Cards on the table");
        assertThat(stranger.name()).as("they are somebody all the same").isNotBlank();
        stranger.follow("Back to the chat").canTalk().isAt("/rooms/general").visit(room.path()).canTalk();
        assertThat(stranger.html()).doesNotContain("Poker");
    }

    @Test
    void anOldLinkLeadsNowhereOnceThereIsANewOne(Room room, Browser browser) {
        browser.excuse("403");
        Tab host = room.newTab().makeRoomByInvitation("Book club").isIn("Book club");
        String old = host.inviteLink();
        host.click("Make a new link");
        String link = host.showsAnotherLinkThan(old);

        Tab guest = browser.newTab(room.site()).visit(old);
        guest.click("Enter the room").isTold("there is a newer one");
        guest.visit(link).click("Enter the room").isIn("Book club")
                .doesNotSeeButton("Make a new link");
    }

    @Test
    void theInvitationIsInNoLog(Application application, Browser browser) {
        Tab host = browser.newTab(application.address()).open("/").makeRoomByInvitation("Quiet").isIn("Quiet");
        String link = host.inviteLink();
        Tab guest = browser.newTab(application.address()).visit(link).click("Enter the room").isIn("Quiet");

        assertThat(application.log() + guest.addressesUsed()).doesNotContain(link.split("#")[1]);
    }
}
