package parley.live;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.live.Studio.words;

import java.util.List;
import java.util.concurrent.locks.LockSupport;
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
        var tabs = tabs(20);
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

    @Test
    void whatIsSaidMeanwhileDoesNotWaitUntilAllTabsHaveThePiece() {
        var tabs = tabs(30);
        studio.whileRendering(studio::count);

        studio.say("second");

        tabs.forEach(tab -> tab.seesPiece("second").upTo(1));
        assertThat(tabs).anySatisfy(tab -> assertThat(tab.frames()).extracting(LiveStream.Frame::html)
                .containsSubsequence("<i>1</i>", "<p>second</p>"));
        tabs.forEach(LiveStream::close);
    }

    @Test
    void changesThatComeFasterThanAllTabsCanBeToldEndWithTheNewestEverywhere() {
        var tabs = tabs(30);
        List<String> said = IntStream.rangeClosed(1, 200).mapToObj("word %03d"::formatted).toList();

        said.forEach(word -> {
            studio.say(word);
            LockSupport.parkNanos(2_000_000);
        });

        tabs.forEach(tab -> assertThat(words(tab.seesPiece("word 200"))).startsWith("first").endsWith("word 200")
                .doesNotHaveDuplicates().isSorted());
        tabs.forEach(LiveStream::close);
    }

    @Test
    void whoLeavesBeforeItIsToldIsForgottenAsWell() {
        var tabs = tabs(30);
        studio.whileRendering(() -> tabs.forEach(LiveStream::close));

        studio.say("second");

        Eventually.until("all have left", () -> studio.left.get() == 30);
        assertThat(studio.runs).hasValue(2);
        try (var tab = studio.listen().seesPiece("second")) {
            assertThat(studio.runs).as("nobody was left, so it begins anew").hasValue(3);
        }
    }

    private List<LiveStream> tabs(int number) {
        return IntStream.range(0, number).mapToObj(tab -> studio.listen().seesPiece("first")).toList();
    }

    private void rendered(int times) {
        Eventually.until("it is rendered " + times + " times", () -> studio.renders.get() == times);
    }
}
