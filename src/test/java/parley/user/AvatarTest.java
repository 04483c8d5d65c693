package parley.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.HashSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.RunningParley;

class AvatarTest {

    @RegisterExtension
    static final RunningParley parley = new RunningParley();

    @Test
    void everyDrawingIsWellFormed() throws Exception {
        var parser = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        for (String colour : Words.COLOURS) {
            for (String animal : Words.ANIMALS) {
                var svg = parser.parse(new ByteArrayInputStream(Avatar.drawing(colour, animal).getBytes()));
                assertThat(svg.getDocumentElement().getNodeName()).isEqualTo("svg");
            }
        }
    }

    @Test
    void theSameNameIsTheSameDrawingAndOthersDiffer() {
        var drawings = new HashSet<String>();
        for (String animal : Words.ANIMALS) {
            drawings.add(Avatar.drawing("mint", animal));
        }

        assertThat(Avatar.drawing("mint", "otter")).isEqualTo(Avatar.drawing("mint", "otter"))
                .isNotEqualTo(Avatar.drawing("coral", "otter"));
        assertThat(drawings).hasSizeGreaterThan(40);
    }

    @Test
    void isServedAsAPicture() {
        var reply = parley.visitor().get("/avatars/mint-otter-2.svg").is(200);

        assertThat(reply.header("Content-Type")).startsWith("image/svg+xml");
        assertThat(reply.body()).isEqualTo(Avatar.drawing("mint", "otter"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"otter", "mint-otter-two", "Mint-Otter", "mint-o%3Cscript%3E", "mint-otter-1234567890",
            "mint'-otter"})
    void whatIsNoNameHasNoDrawing(String avatar) {
        parley.visitor().get("/avatars/" + avatar + ".svg").refused(404, "There is no such avatar.");
    }
}
