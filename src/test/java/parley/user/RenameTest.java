package parley.user;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.RunningParley;
import parley.Visitor;

class RenameTest {

    @RegisterExtension
    static final RunningParley parley = new RunningParley();

    private final String room = parley.room();
    private final Visitor ann = parley.visitor();

    @Test
    void theAnswerIsTheNewName() {
        assertThat(ann.rename("  Ann  ").is(200).document().select("#name").val()).isEqualTo("Ann");
        assertThat(ann.name()).isEqualTo("Ann");
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', value = {
            "other=Ann           | A name needs at least one visible character.",
            "name=               | A name needs at least one visible character.",
            "name=+%09           | A name needs at least one visible character.",
            "name=%E2%80%8B      | A name needs at least one visible character.",
            "name=An%0An         | A name cannot hold control characters",
            "name=An%00n         | A name cannot hold control characters",
            "name=%E2%80%AEnnA   | characters that turn the direction of writing",
            "name=%E2%81%A6nnA   | characters that turn the direction of writing"})
    void aNameThatCannotStandIsRefusedAndTheOldOneStays(String form, String reason) {
        ann.rename("Ann");

        ann.submit("PUT", "/user", form).refused(422, reason);

        assertThat(ann.name()).isEqualTo("Ann");
    }

    @Test
    void aNameOfMoreThan40CharactersIsRefusedAndTheOldOneStays() {
        ann.rename("A".repeat(40)).is(200);

        ann.rename("A".repeat(41)).refused(422, "A name has at most 40 characters.");

        assertThat(ann.name()).isEqualTo("A".repeat(40));
    }

    @Test
    void whatIsRefusedReachesNobody() {
        ann.say(room, "Hello");
        try (var stream = parley.visitor().listen(room)) {
            ann.rename("").is(422);
            ann.say(room, "Still me");

            assertThat(stream.upTo(2).names()).isEmpty();
        }
    }

    @Test
    void aNewNameReachesEveryRoomWhereTheUserWroteAndNoOther() {
        String second = parley.room();
        String silent = parley.room();
        ann.say(room, "Here");
        ann.say(second, "And here");
        try (var first = parley.visitor().listen(room);
                var other = parley.visitor().listen(second);
                var quiet = parley.visitor().listen(silent)) {
            ann.rename("Ann").is(200);

            assertThat(first.upTo(2).names()).containsExactly("Ann");
            assertThat(other.upTo(2).names()).containsExactly("Ann");
            parley.visitor().say(silent, "Nothing new here");
            assertThat(quiet.upTo(1).names()).isEmpty();
        }
        assertThat(parley.visitor().get("/rooms/" + room).document().select(".author").text()).isEqualTo("Ann");
    }

    @Test
    void theNameThatOneHasAlreadyChangesNothing() {
        ann.say(room, "Hello");
        ann.rename("Ann");
        String cursor = ann.cursor(room);

        ann.rename("Ann").is(200);

        assertThat(ann.cursor(room)).isEqualTo(cursor);
    }

    @Test
    void othersKeepTheirNames() {
        var bob = parley.visitor();
        bob.say(room, "Hello");
        String before = bob.name();

        ann.rename("Ann").is(200);

        assertThat(bob.name()).isEqualTo(before).isNotEqualTo("Ann");
    }
}
