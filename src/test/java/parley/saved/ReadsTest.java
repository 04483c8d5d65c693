package parley.saved;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.Reply;
import parley.RunningParley;
import parley.Visitor;
import parley.database.BackDoor;
import parley.database.TemporaryDatabase;

class ReadsTest {

    @RegisterExtension
    static final RunningParley parley = new RunningParley();

    @RegisterExtension
    static final TemporaryDatabase database = new TemporaryDatabase();

    private final Visitor ann = parley.visitor();
    private final Visitor bob = parley.visitor();
    private final String room = parley.room();

    @Test
    void aRoomThatWasNeverReadIsNotListed() {
        bob.say(room, "Hello").is(201);

        assertThat(read(ann)).isNull();
    }

    @Test
    void aRoomIsListedWithWhatWasSeenAndWhatThereIs() {
        bob.say(room, "Seen").is(201);
        read(ann, room, 1).is(204);
        bob.say(room, "Not seen").is(201);

        assertThat(read(ann)).isEqualTo(new Read(room, 1, 2));
    }

    @Test
    void whatIsNoMessageIsNotUnread() {
        bob.say(room, "Seen").is(201);
        read(ann, room, 1).is(204);

        bob.rename("Robert").is(200);

        assertThat(read(ann)).isEqualTo(new Read(room, 1, 1));
    }

    @Test
    void theNewestMessageIsFoundAtTheEndOfItsRoomAndNotByReadingAllOfIt() {
        String plan = database.read(handle -> handle.createQuery("explain " + Reads.ALL)
                .bind("session", "").bind("user", "").mapTo(String.class).one());

        assertThat(plan).containsPattern("FETCH FIRST ROW ONLY\\s+/\\* index sorted");
    }

    @Test
    void aRoomWithoutMessagesHasNoNewestOne() {
        read(ann, room, 0).is(204);

        assertThat(read(ann)).isEqualTo(new Read(room, 0, 0));
    }

    @Test
    void oneOnlyReadsOn() {
        read(ann, room, 3).is(204);

        read(ann, room, 2).is(204);
        assertThat(read(ann).posted()).isEqualTo(3);
        read(ann, room, 4).is(204);

        assertThat(read(ann).posted()).isEqualTo(4);
    }

    @Test
    void itIsNobodyElses() {
        read(ann, room, 3).is(204);

        assertThat(read(bob)).isNull();
    }

    @Test
    void aDuplicatedTabHasReadAsFar() {
        read(ann, room, 3).is(204);

        ann.with("Next-Session-Id", bob.secret()).submit("POST", "/session/fork", "").is(204);
        read(ann, room, 4).is(204);

        assertThat(read(bob).posted()).isEqualTo(3);
    }

    @Test
    void whetherThereIsTalkInARoomThatOneMayNoMoreEnterIsNotTold() {
        String secret = ann.makeByInvitation("Back room");
        read(ann, secret, 1).is(204);

        BackDoor.run(parley.data(), "delete from members");

        assertThat(ann.get("/session/pieces").is(200).body()).doesNotContain(secret);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "1.5", "latest", "1000000000000000000"})
    void whatIsNoNumberIsRefused(String posted) {
        ann.submit("PUT", "/rooms/" + room + "/read", "posted=" + posted).refused(422, "data-posted");
    }

    @Test
    void wherePeopleTalkIsToldToAllByOnePieceAndNothingOfClosedRooms() {
        String secret = ann.makeByInvitation("Whispers");
        try (var listener = bob.listen("general")) {
            listener.upTo(0);
            ann.say(secret, "Hush").is(201);
            ann.say(room, "Talk").is(201);

            var talk = listener.piece("newest", room);

            assertThat(talk).contains("data-newest=\"1\"").doesNotContain(secret);
        }
    }

    private static Reply read(Visitor who, String room, long posted) {
        return who.submit("PUT", "/rooms/" + room + "/read", "posted=" + posted);
    }

    private Read read(Visitor who) {
        var item = who.get("/session/pieces").is(200).document().select("#reads [data-room=" + room + "]").first();
        return item == null ? null : new Read(room, number(item, "data-posted"), number(item, "data-newest"));
    }

    private static long number(Element item, String attribute) {
        return Long.parseLong(item.attr(attribute));
    }
}
