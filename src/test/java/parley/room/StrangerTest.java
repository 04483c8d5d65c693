package parley.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.LiveStream;
import parley.RunningParley;
import parley.Visitor;

/** What somebody gets of a room by invitation who was not invited: nothing. */
class StrangerTest {

    private static final String[] SECRETS = {"Cuttlefish", "walrus", "Annabel"};

    @RegisterExtension
    static final RunningParley parley = new RunningParley();

    private final Visitor ann = parley.visitor();
    private final Visitor stranger = parley.visitor();
    private final String room = ann.makeByInvitation("Cuttlefish");

    @ParameterizedTest
    @CsvSource({"GET,/inside", "GET,/session", "GET,/pieces", "GET,/feed", "GET,/feed?after=a:0", "GET,/feed?before=9",
            "GET,/invitation", "PUT,/invitation"})
    void isRefused(String method, String path) {
        stranger.submit(method, "/rooms/" + room + path, "").refused(403, "This room is by invitation.");
    }

    @ParameterizedTest
    @CsvSource({"/inside", "/session", "/pieces", "/feed", "/feed?after=a:0", "/invitation"})
    void isRefusedWithoutASessionToo(String path) {
        stranger.without("Session-Id").get("/rooms/" + room + path).refused(400, "Session-Id");
    }

    @Test
    void cannotSayAnything() {
        stranger.say(room, "Let me in").refused(403, "This room is by invitation.");

        assertThat(ann.get("/rooms/" + room + "/feed").is(200).texts()).isEmpty();
    }

    @Test
    void cannotListen() {
        String cursor = ann.cursor(room);

        assertThatThrownBy(() -> stranger.listen(room, cursor)).hasStackTraceContaining("403");
        try (LiveStream member = ann.listen(room, cursor)) {
            ann.say(room, "Among us");
            assertThat(member.upTo(1).texts()).containsExactly("Among us");
        }
    }

    @Test
    void findsNothingOfItAnywhere() {
        ann.rename("Annabel");
        try (var general = stranger.listen("general")) {
            ann.say(room, "The walrus flies at midnight");
            ann.makeByInvitation("Cuttlefish");
            stranger.make("A room that is listed after it");
            general.seesPiece("A room that is listed after it");

            assertThat(Stream.of("", "/invite", "/inside", "/session", "/pieces", "/feed", "/invitation")
                    .map(path -> stranger.get("/rooms/" + room + path).body()
                            + stranger.get("/rooms/general" + path).body())
                    .collect(Collectors.joining()) + stranger.get("/metrics").body() + stranger.get("/health").body()
                    + general.frames("piece") + general.frames("feed"))
                    .contains("A room that is listed after it").doesNotContain(SECRETS);
        }
    }

    @Test
    void doesNotLearnByItsNameThatItIsThere() {
        stranger.get("/rooms/cuttlefish").is(404);

        assertThat(stranger.make("Cuttlefish")).isEqualTo("cuttlefish");
        assertThat(room).doesNotContain("cuttle").hasSizeGreaterThan(15);
    }

    @Test
    void getsAPageThatIsTheSameForEverybody() {
        var page = stranger.without("Session-Id").get("/rooms/" + room).is(200);

        assertThat(page.document().title()).isEqualTo("A room by invitation · Parley");
        assertThat(page.document().select("#messages, #people, #session-composer")).isEmpty();
        assertThat(page.body()).isEqualTo(ann.get("/rooms/" + room).body());
    }
}
