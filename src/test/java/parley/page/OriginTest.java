package parley.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.RunningParley;
import parley.Visitor;

class OriginTest {

    @RegisterExtension
    static final RunningParley parley = new RunningParley();

    private final String room = parley.room();
    private final Visitor ann = parley.visitor();

    @ParameterizedTest
    @ValueSource(strings = {"http://elsewhere.example", "https://127.0.0.1", "http://127.0.0.1:1", "null"})
    void nothingIsDoneForThePageOfAnotherSite(String origin) {
        var lured = ann.with("Origin", origin);
        String before = ann.name();

        lured.say(room, "Sent by another site").refused(403, "another site");
        lured.rename("Renamed by another site").refused(403, "another site");
        lured.submit("POST", "/rooms", "name=Made+by+another+site").refused(403, "another site");

        assertThat(parley.said(room)).isEmpty();
        assertThat(ann.name()).isEqualTo(before);
        ann.get("/rooms/made-by-another-site").is(404);
    }

    @Test
    void ownPagesAreServed() {
        ann.with("Origin", parley.at("/").toString().replaceFirst("/$", "")).say(room, "Hello").is(201);

        assertThat(parley.said(room)).containsExactly("Hello");
    }

    @Test
    void readingIsNoHarmSoAPageFromElsewhereMayBeLinkedTo() {
        ann.with("Origin", "http://elsewhere.example").get("/rooms/" + room).is(200);
    }
}
