package parley.live;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.live.Studio.words;

import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import parley.Eventually;
import parley.LiveStream;

class PieceChannelTest {

    private final Studio studio = new Studio();

    @AfterEach
    void close() {
        studio.close();
    }

    @Test
    void aTabGetsThePieceAsItIsAndEachChange() {
        try (var tab = studio.listen().seesPiece("first")) {
            studio.say("second");

            assertThat(words(tab.seesPiece("second"))).containsExactly("first", "second");
        }
    }

    @Test
    void wakingWithoutAChangeSendsNothing() {
        try (var tab = studio.listen().seesPiece("first")) {
            studio.say("first");
            Eventually.until("it is run again", () -> studio.runs.get() == 2);
            assertThat(studio.renders).hasValue(1);
            studio.say("second");

            assertThat(words(tab.seesPiece("second"))).containsExactly("first", "second");
        }
    }

    @Test
    void aChangeIsRenderedOnceHoweverManyTabsShowIt() {
        var tabs = IntStream.range(0, 20).mapToObj(number -> studio.listen().seesPiece("first")).toList();
        assertThat(studio.renders).hasValue(1);

        studio.say("second");

        tabs.forEach(tab -> tab.seesPiece("second"));
        assertThat(studio.renders).hasValue(2);
        tabs.forEach(LiveStream::close);
    }

    @Test
    void whatWakesDuringARenderIsRenderedOnceMoreAndNotOnceEach() {
        try (var tab = studio.listen().seesPiece("first")) {
            studio.holdRender();
            studio.say("second");
            rendered(2);
            IntStream.range(0, 100).forEach(number -> studio.say("third"));
            studio.releaseRender();
            tab.seesPiece("third");
            studio.say("fourth");

            assertThat(words(tab.seesPiece("fourth"))).containsExactly("first", "second", "third", "fourth");
            assertThat(studio.renders).hasValue(4);
        }
    }

    private void rendered(int times) {
        Eventually.until("it is rendered " + times + " times", () -> studio.renders.get() == times);
    }
}
