package parley.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import parley.Reply;
import parley.RunningParley;
import parley.Visitor;

/** Where there are more rooms than a page lists. */
class FindRoomTest {

    @RegisterExtension
    static final RunningParley parley = new RunningParley();

    private final Visitor ann = parley.visitor();

    @BeforeAll
    static void makeRooms() {
        var maker = parley.visitor();
        for (int i = 1; i <= 60; i++) {
            maker.make("Tea room " + i);
        }
        maker.makeByInvitation("Tea for two");
    }

    @Test
    void aPageListsTheFirstRoomAndTheNewest() {
        var listed = ann.get("/rooms/general").document().select("#rooms a").eachText();

        assertThat(listed).hasSize(Rooms.LISTED).startsWith("general", "Tea room 60", "Tea room 59")
                .endsWith("Tea room 12");
    }

    @Test
    void theRoomThatOneIsInIsListedEvenIfItIsOld() {
        var listed = ann.get("/rooms/tea-room-3").document();

        assertThat(listed.select("#rooms a").eachText()).startsWith("general", "Tea room 3", "Tea room 60");
        assertThat(listed.select("#rooms [aria-current=page]").text()).isEqualTo("Tea room 3");
    }

    @Test
    void theOthersAreFoundByAnyPartOfTheirNames() {
        assertThat(names(find("rOOM 7"))).containsExactly("Tea room 7");
        assertThat(names(find("%25"))).isEmpty();
    }

    @Test
    void allOfThemComeInStretches() {
        var first = find("tea");
        var second = more(first);
        var last = more(second);

        assertThat(names(first)).hasSize(20).startsWith("Tea room 60");
        assertThat(names(second)).hasSize(20).startsWith("Tea room 40");
        assertThat(names(last)).hasSize(20).endsWith("Tea room 1");
        assertThat(last.document().select("[hx-get]")).isEmpty();
    }

    @Test
    void roomsByInvitationAreNobodyElsesBusiness() {
        assertThat(names(find("for two"))).isEmpty();
    }

    private Reply find(String words) {
        return ann.get("/rooms?named=" + words.replace(' ', '+')).is(200);
    }

    private Reply more(Reply reply) {
        return ann.get(reply.document().select("[hx-get]").attr("hx-get") + "&named=tea").is(200);
    }

    private static List<String> names(Reply reply) {
        return reply.document().select("a").eachText();
    }
}
