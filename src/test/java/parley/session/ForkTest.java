package parley.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import parley.RunningParley;
import parley.Visitor;

/** What a duplicated tab does first, over HTTP. */
class ForkTest {

    @RegisterExtension
    static final RunningParley parley = new RunningParley();

    private final String room = parley.room();
    private final Visitor ann = parley.visitor();
    private final Visitor copy = parley.visitor();

    @Test
    void theForkIsTheSamePerson() {
        ann.rename("Ann").is(200);
        ann.say(room, "By the first tab").is(201);

        fork(copy);

        copy.say(room, "By the second").is(201);
        assertThat(parley.visitor().get("/rooms/" + room).document().select(".message .author").eachText())
                .containsExactly("Ann", "Ann");
    }

    @Test
    void theForkOfATabThatOnlyReadIsTheSamePerson() {
        String name = ann.name();

        fork(copy);

        assertThat(copy.name()).isEqualTo(name);
        assertThat(ann.name()).isEqualTo(name);
    }

    @Test
    void aRenameInOneShowsInTheOther() {
        fork(copy);
        try (var stream = copy.listen(room)) {
            stream.upTo(0);

            ann.rename("Ann of the two tabs").is(200);

            stream.seesPiece("Ann of the two tabs");
        }
        assertThat(copy.name()).isEqualTo("Ann of the two tabs");
    }

    @Test
    void aRenameShowsInNobodyElsesOwnPieces() {
        try (var stranger = parley.visitor().listen(room); var own = ann.listen(room)) {
            stranger.upTo(0);
            own.upTo(0);

            ann.rename("Only mine").is(200);

            own.seesPiece("Your name");
            assertThat(stranger.frames("piece")).noneMatch(piece -> piece.html().contains("Your name"));
        }
    }

    @Test
    void anIdThatWasUsedCannotBeTheFork() {
        copy.say(room, "I am somebody").is(201);

        ann.with("Next-Session-Id", copy.secret()).submit("POST", "/session/fork", "").refused(409, "has been used");
        assertThat(copy.name()).isNotEqualTo(ann.name());
    }

    @Test
    void aForkNeedsTheNextId() {
        ann.submit("POST", "/session/fork", "").refused(400, "Next-Session-Id");
    }

    @Test
    void clientsMakeTheirIdsThemselves() {
        ann.submit("POST", "/session", "").refused(404, "makes its session ID by itself");
    }

    private void fork(Visitor next) {
        ann.with("Next-Session-Id", next.secret()).submit("POST", "/session/fork", "").is(204);
    }
}
