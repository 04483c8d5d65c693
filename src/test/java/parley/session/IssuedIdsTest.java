package parley.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import parley.RunningParley;
import parley.Visitor;

/** The server makes the IDs, and takes no others. */
class IssuedIdsTest {

    @RegisterExtension
    static final RunningParley parley = new RunningParley("--session-ids", "server");

    @Test
    void anIdThatWasIssuedIsGoodAtOnce() {
        var ann = issued();

        ann.say("general", "Hello").is(201);

        assertThat(ann.name()).isNotEmpty();
    }

    @Test
    void everyIdIsAnother() {
        assertThat(issued().secret()).isNotEqualTo(issued().secret()).hasSize(43);
    }

    @Test
    void anIdOfOnesOwnIsRefusedEverywhere() {
        var stranger = parley.visitor();

        stranger.say("general", "Hello").refused(401, "not known here", "POST /session");
        stranger.get("/rooms/general/session").refused(401, "not known here");
        stranger.get("/session/pieces").refused(401, "not known here");
        assertThat(stranger.rename("Somebody").is(401).header("WWW-Authenticate")).isEqualTo("Session-Id");
        assertThatThrownBy(() -> stranger.listen("general", issued().cursor("general"))).rootCause()
                .hasMessageContaining("401");
    }

    @Test
    void anIssuedIdListens() {
        var ann = issued();
        try (var stream = ann.listen("general")) {
            ann.say("general", "To myself").is(201);

            stream.upTo(1);
        }
    }

    @Test
    void aForkNeedsAnIssuedIdThatIsUnused() {
        var ann = issued();
        var next = issued();

        ann.with("Next-Session-Id", parley.visitor().secret()).submit("POST", "/session/fork", "").is(409);
        ann.with("Next-Session-Id", next.secret()).submit("POST", "/session/fork", "").is(204);
        ann.with("Next-Session-Id", next.secret()).submit("POST", "/session/fork", "").is(409);

        assertThat(next.name()).isEqualTo(ann.name());
    }

    @Test
    void aPageSaysWhoMakesTheIds() {
        assertThat(parley.visitor().get("/rooms/general").document().select("html").attr("data-session-ids"))
                .isEqualTo("server");
    }

    private static Visitor issued() {
        String secret = parley.visitor().without("Session-Id").submit("POST", "/session", "").is(201)
                .header("Session-Id");
        return parley.visitor().with("Session-Id", secret);
    }
}
