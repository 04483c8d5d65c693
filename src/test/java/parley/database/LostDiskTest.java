package parley.database;

import static org.assertj.core.api.Assertions.assertThat;

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
}
