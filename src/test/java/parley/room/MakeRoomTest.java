package parley.room;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.RunningParley;
import parley.Visitor;

class MakeRoomTest {

    @RegisterExtension
    static final RunningParley parley = new RunningParley();

    private final Visitor ann = parley.visitor();

    @Test
    void whoMakesARoomIsSentThere() {
        var reply = ann.submit("POST", "/rooms", "name=Tea+%26+Biscuits").is(201);

        assertThat(reply.header("HX-Redirect")).isEqualTo("/rooms/tea-biscuits");
        assertThat(ann.get("/rooms/tea-biscuits").document().select("main h1").text()).isEqualTo("Tea & Biscuits");
    }

    @Test
    void aRoomInAnyScriptIsFoundAgain() {
        assertThat(ann.get("/rooms/" + ann.make("山田 太郎")).document().select("main h1").text()).isEqualTo("山田 太郎");
    }

    @Test
    void everybodySeesTheNewRoomAtOnce() {
        try (var stream = parley.visitor().listen("general")) {
            ann.make("Brand new");

            stream.seesPiece("Brand new");
        }
    }

    @Test
    void thereIsOnlyOneRoomOfAName() {
        ann.make("Only one");

        parley.visitor().submit("POST", "/rooms", "name=ONLY++one!").refused(422, "There is a room with this name");

        assertThat(ann.get("/rooms/general").document().select("#rooms a[href=/rooms/only-one]")).hasSize(1);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', value = {
            "name=           | A room's name needs at least one visible character.",
            "name=%21        | A room's name needs at least one letter or digit.",
            "name=a%00b      | A room's name cannot hold control characters",
            "name=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa | A room's name has at most 40 characters."})
    void aNameThatCannotStandMakesNoRoom(String form, String reason) {
        int before = rooms();

        ann.submit("POST", "/rooms", form).refused(422, reason);

        assertThat(rooms()).isEqualTo(before);
    }

    /** Forty characters, of which each is eighteen in the address. */
    @Test
    void aNameThatGrowsInTheAddressIsEitherTakenOrRefused() {
        var reply = ann.submit("POST", "/rooms", "name=" + "%EF%B7%BA".repeat(40));

        assertThat(reply.status()).as(reply.body()).isIn(201, 422);
    }

    private int rooms() {
        return ann.get("/rooms/general").document().select("#rooms a").size();
    }
}
