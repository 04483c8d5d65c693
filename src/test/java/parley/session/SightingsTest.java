package parley.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import parley.database.TemporaryDatabase;

class SightingsTest {

    @RegisterExtension
    static final TemporaryDatabase database = new TemporaryDatabase();

    private final Sightings sightings = new Sightings(2);
    private final SessionId ann = SessionId.of(Secret.fresh().text());
    private final SessionId bob = SessionId.of(Secret.fresh().text());
    private final SessionId cleo = SessionId.of(Secret.fresh().text());

    SightingsTest() {
        sightings.add(ann);
        sightings.add(bob);
    }

    @Test
    void eachIsKeptOnce() {
        sightings.add(ann);

        assertThat(sightings.unnoted()).containsExactlyInAnyOrder(ann, bob);
    }

    @Test
    void noMoreAreKeptThanWereAgreed() {
        sightings.add(cleo);

        assertThat(sightings.unnoted()).containsExactlyInAnyOrder(ann, bob);
    }

    @Test
    void whoWasNotedMakesRoomForOthers() {
        database.write(transaction -> {
            sightings.note(transaction, sightings.unnoted());
            return null;
        });

        sightings.add(cleo);

        assertThat(sightings.unnoted()).containsExactly(cleo);
    }
}
