package parley.look;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.RunningParley;
import parley.Visitor;

class LookTest {

    @RegisterExtension
    static final RunningParley parley = new RunningParley();

    private final Visitor ann = parley.visitor();
    private final Visitor bob = parley.visitor();

    @Test
    void atFirstItIsThatOfTheSystem() {
        assertThat(look(ann)).isEqualTo("system");
    }

    @Test
    void whoChoosesALookHasIt() {
        choose("dark");

        assertThat(look(ann)).isEqualTo("dark");
        choose("light");
        assertThat(look(ann)).isEqualTo("light");
    }

    @Test
    void itIsNobodyElses() {
        choose("dark");

        assertThat(look(bob)).isEqualTo("system");
    }

    @Test
    void aDuplicatedTabHasItAndGoesApart() {
        choose("dark");

        ann.with("Next-Session-Id", bob.secret()).submit("POST", "/session/fork", "").is(204);
        choose("light");

        assertThat(look(bob)).isEqualTo("dark");
    }

    @Test
    void itOutlivesTheServer() {
        choose("dark");
        parley.stop();
        parley.start();

        assertThat(look(ann)).isEqualTo("dark");
    }

    @ParameterizedTest
    @ValueSource(strings = {"look=pink", "look=", "look=DARK", "x=dark", ""})
    void whatIsNoLookIsRefused(String form) {
        ann.submit("PUT", "/session/look", form).refused(422, "system, light or dark");

        assertThat(look(ann)).isEqualTo("system");
    }

    private void choose(String look) {
        ann.submit("PUT", "/session/look", "look=" + look).is(204);
    }

    private static String look(Visitor who) {
        return who.get("/session/pieces").is(200).document().select("#look [checked]").val();
    }
}
