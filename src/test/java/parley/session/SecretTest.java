package parley.session;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import parley.RunningParley;

/** A session ID is in no page, no broadcast and not in the database. */
class SecretTest {

    @RegisterExtension
    static final RunningParley parley = new RunningParley();

    @Test
    void nothingThatIsShownHoldsTheSecretOrItsHash() {
        var ann = parley.visitor();
        String room = parley.room();
        String hash = SessionId.of(ann.secret()).hash();
        try (var stream = parley.visitor().listen(room); var own = ann.listen(room)) {
            var answer = ann.say(room, "Hello");
            stream.upTo(1).seesPiece(ann.name());

            assertThat(answer.body() + ann.get("/rooms/" + room).body() + ann.get("/rooms/" + room + "/session").body()
                    + ann.get("/rooms/" + room + "/pieces").body() + stream.frames("feed") + stream.frames("piece")
                    + own.upTo(1).frames("piece")).doesNotContain(ann.secret(), hash);
        }
    }

    @Test
    void theDatabaseDoesNotHoldTheSecret() throws IOException {
        var ann = parley.visitor();
        ann.say("general", "In the file there is a cuttlefish");
        parley.stop();
        try (var files = Files.list(parley.data())) {
            String stored = new String(
                    Files.readAllBytes(files.filter(SecretTest::isDatabase).findFirst().orElseThrow()),
                    ISO_8859_1);

            assertThat(stored.contains("cuttlefish")).isTrue();
            assertThat(stored.contains(SessionId.of(ann.secret()).hash())).isTrue();
            assertThat(stored.contains(ann.secret())).isFalse();
        } finally {
            parley.start();
        }
    }

    private static boolean isDatabase(Path file) {
        return file.toString().endsWith(".mv.db");
    }
}
