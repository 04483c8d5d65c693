package parley.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import parley.Eventually;
import parley.RunningParley;

/** A disk that takes nothing more. */
class LostDiskTest {

    @RegisterExtension
    static final RunningParley parley = new RunningParley();

    @Test
    void whatCannotBeStoredIsNotAcknowledgedAndWhatWasStaysStored() {
        String room = parley.room();
        var ann = parley.visitor();
        ann.say(room, "Stored").is(201);
        try (var stream = parley.visitor().listen(room)) {
            BackDoor.loseTheFile(parley.data());

            ann.say(room, "Lost").refused(503, "cannot store anything just now");

            Eventually.passed(parley.storageFailed());
            assertThat(stream.texts()).isEmpty();
        }
        parley.stop();
        parley.start();
        assertThat(parley.said(room)).containsExactly("Stored");
    }

    @Test
    void aLoadBalancerIsToldAsSoonAsItAsks() throws IOException {
        var balancer = parley.visitor();
        byte[] before = Files.readAllBytes(parley.data().resolve("parley.mv.db"));
        balancer.get("/health").is(200);
        assertThat(Files.readAllBytes(parley.data().resolve("parley.mv.db"))).as("it writes").isNotEqualTo(before);
        BackDoor.loseTheFile(parley.data());

        balancer.get("/health").is(503);

        parley.stop();
        parley.start();
        balancer.get("/health").is(200);
    }
}
