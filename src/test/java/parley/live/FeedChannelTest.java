package parley.live;

import static java.util.stream.LongStream.rangeClosed;
import static org.assertj.core.api.Assertions.assertThat;
import static parley.live.Studio.numbers;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.Eventually;
import parley.LiveStream;
import parley.LiveStream.Frame;

class FeedChannelTest {

    private static final int TABS = 20;

    private final Studio studio = new Studio();

    @AfterEach
    void close() {
        studio.close();
    }

    @Test
    void aTabWithoutACursorBeginsWithWhatComesNext() {
        studio.countTo(5);
        try (var tab = studio.stream("")) {
            assertThat(tab.upTo(5).frames("feed")).containsExactly(new Frame("feed", "e:5", ""));

            studio.count();

            assertThat(numbers(tab.upTo(6))).containsExactly(6L);
        }
    }

    @Test
    void aTabThatWasAwayGetsWhatItMissedAndThenWhatComes() {
        studio.countTo(5);
        try (var tab = studio.listen(2)) {
            assertThat(numbers(tab.upTo(5))).containsExactly(3L, 4L, 5L);

            studio.count();

            assertThat(numbers(tab.upTo(6))).containsExactly(3L, 4L, 5L, 6L);
        }
    }

    @Test
    void aTabThatMissedNothingIsToldSo() {
        studio.countTo(5);
        try (var tab = studio.listen(5)) {
            assertThat(tab.upTo(5).frames("feed")).containsExactly(new Frame("feed", "e:5", ""));
        }
    }

    @Test
    void whoMissedMuchGetsItInSeveralFrames() {
        studio.countTo(450);
        try (var tab = studio.listen(0)) {
            assertThat(numbers(tab.upTo(450))).containsExactlyElementsOf(rangeClosed(1, 450).boxed().toList());
            assertThat(tab.frames("feed")).extracting(Frame::revision).containsExactly(200L, 400L, 450L);
        }
    }

    @Test
    void whatPilesUpComesInSeveralFramesToo() {
        try (var tab = studio.listen()) {
            studio.countTo(450);

            assertThat(numbers(tab.upTo(450))).containsExactlyElementsOf(rangeClosed(1, 450).boxed().toList());
            assertThat(tab.frames("feed")).extracting(Frame::revision).containsExactly(0L, 200L, 400L, 450L);
        }
    }

    /** It has read the page after a commit of which the others are yet to hear. */
    @Test
    void whoIsAheadOfTheOthersIsNotSentAway() {
        try (var other = studio.listen()) {
            studio.numbers.countTo(5);
            try (var tab = studio.listen(5)) {
                studio.count();

                assertThat(numbers(tab.upTo(6))).containsExactly(6L);
                assertThat(numbers(other.upTo(6))).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
            }
        }
    }

    @Test
    void whoMissedAsMuchAsCanBeReplayedIsStillServed() {
        studio.countTo(1_001);
        try (var tab = studio.listen(1)) {
            assertThat(numbers(tab.upTo(1_001))).hasSize(1_000).doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"e:0", "another:1001", "e:1002"})
    void whoCannotBeBroughtInStepIsToldToReloadAndTheOthersGoOn(String cursor) {
        studio.countTo(1_001);
        try (var other = studio.listen(); var tab = studio.stream("?after=" + cursor)) {
            tab.isToldToReload();
            studio.count();

            assertThat(numbers(other.upTo(1_002))).containsExactly(1_002L);
            assertThat(other.isOpen()).isTrue();
            assertThat(numbers(tab)).isEmpty();
        }
    }

    @Test
    void twentyTabsGetEveryNumberOnceHoweverManyComeAtOnce() throws InterruptedException {
        var tabs = IntStream.range(0, TABS).mapToObj(number -> studio.listen()).toList();
        try (var threads = Executors.newFixedThreadPool(8)) {
            IntStream.range(0, 400).forEach(number -> threads.submit(studio::count));
        }

        for (var tab : tabs) {
            assertThat(numbers(tab.upTo(400))).containsExactlyElementsOf(rangeClosed(1, 400).boxed().toList());
            assertThat(tab.frames("feed")).extracting(Frame::revision).isSorted().doesNotHaveDuplicates();
            tab.close();
        }
    }

    @Test
    void whoComesWhileItRainsGetsEveryNumberOnceToo() {
        var tabs = new ArrayList<LiveStream>();
        for (int number = 1; number <= 200; number++) {
            studio.count();
            if (number % 10 == 0) {
                tabs.add(studio.listen(number / 2));
            }
        }

        for (int i = 0; i < tabs.size(); i++) {
            assertThat(numbers(tabs.get(i).upTo(200)))
                    .containsExactlyElementsOf(rangeClosed((i + 1) * 5 + 1, 200).boxed().toList());
            tabs.get(i).close();
        }
    }

    @Test
    void eachChangeIsReadAndRenderedOnceHoweverManyTabsListen() {
        var tabs = IntStream.range(0, TABS).mapToObj(number -> studio.listen()).toList();

        IntStream.range(0, 50).forEach(number -> studio.count());

        tabs.forEach(tab -> tab.upTo(50).close());
        long rendered = 0;
        for (var read : studio.numbers.reads()) {
            assertThat(read.after()).as("where a read goes on").isEqualTo(rendered);
            rendered = read.upTo();
        }
        assertThat(rendered).isEqualTo(50);
    }

    @Test
    void whatComesDuringADeliveryIsDeliveredAfterIt() {
        try (var tab = studio.listen()) {
            studio.numbers.hold();
            studio.count();
            Eventually.until("the first is read", () -> studio.numbers.read() == 1);
            studio.count();
            studio.numbers.release();

            assertThat(numbers(tab.upTo(2))).containsExactly(1L, 2L);
        }
    }

    /** While the other feed is read, the dispatcher stands still, and shows how far it had come with this one. */
    @Test
    void anotherFeedHasItsTurnBetweenTwoSections() {
        var tabs = IntStream.range(0, TABS).mapToObj(number -> studio.listen()).toList();
        try (var other = studio.listenElsewhere()) {
            studio.numbers.hold();
            studio.count();
            Eventually.until("the first is read", () -> studio.numbers.read() == 1);
            studio.elsewhere.hold();
            studio.elsewhere.count();
            studio.live.wake("elsewhere");

            studio.numbers.release();

            Eventually.until("the other is read", () -> studio.elsewhere.read() == 1);
            assertThat(studio.passes()).isEqualTo(1);
            studio.elsewhere.release();
            assertThat(numbers(other.upTo(1))).containsExactly(1L);
            tabs.forEach(tab -> assertThat(numbers(tab.upTo(1))).containsExactly(1L));
        }
        tabs.forEach(LiveStream::close);
    }

    @Test
    void whatManyHaveMissedIsReadOnce() {
        studio.countTo(5);
        try (var blocker = studio.listen()) {
            studio.holdRender();
            studio.say("second");
            Eventually.until("the dispatcher is busy", () -> studio.renders.get() == 2);
            var tabs = IntStream.range(0, TABS).mapToObj(number -> studio.listen(2)).toList();

            studio.releaseRender();

            tabs.forEach(tab -> assertThat(numbers(tab.upTo(5))).containsExactly(3L, 4L, 5L));
            assertThat(studio.numbers.reads()).containsOnlyOnce(new Numbers.Read(2, 5));
            assertThat(blocker.isOpen()).isTrue();
            tabs.forEach(LiveStream::close);
        }
    }

    /** What was read for the first of them is too old for the rest. */
    @Test
    void whoComesWithManyMissesNothingThatComesMeanwhile() {
        studio.countTo(5);
        try (var blocker = studio.listen()) {
            studio.holdRender();
            studio.say("second");
            Eventually.until("the dispatcher is busy", () -> studio.renders.get() == 2);
            var tabs = IntStream.range(0, TABS).mapToObj(number -> studio.listen(2)).toList();
            studio.numbers.hold();
            studio.numbers.count();
            studio.releaseRender();
            Eventually.until("the sixth is read", () -> studio.numbers.read() == 6);
            studio.count();

            studio.numbers.release();

            tabs.forEach(tab -> assertThat(numbers(tab.upTo(7))).containsExactly(3L, 4L, 5L, 6L, 7L));
            assertThat(blocker.isOpen()).isTrue();
            tabs.forEach(LiveStream::close);
        }
    }

    @Test
    void wakingWithoutAChangeSendsNothing() {
        try (var tab = studio.listen()) {
            studio.live.wake("numbers");
            studio.live.wake("a topic of which nobody knows");
            studio.say("after that");
            tab.seesPiece("after that");
            studio.count();

            assertThat(tab.upTo(1).frames("feed")).extracting(Frame::cursor).containsExactly("e:0", "e:1");
        }
    }

    @Test
    void aSourceThatFailsForAMomentLosesNothing() {
        try (var tab = studio.listen()) {
            studio.numbers.failNext();
            studio.count();
            Eventually.until("the failure has happened", () -> !studio.numbers.isAboutToFail());
            studio.numbers.count();

            assertThat(numbers(tab.upTo(2))).containsExactly(1L, 2L);
        }
    }

    /** Both come in one pass; the second cannot be caught up, so the pass is made again. */
    @Test
    void aFailureWhileTabsComeInBringsNobodyAnythingTwice() {
        studio.countTo(5);
        try (var blocker = studio.listen()) {
            studio.holdRender();
            studio.say("second");
            Eventually.until("the dispatcher is busy", () -> studio.renders.get() == 2);
            try (var first = studio.listen(1); var second = studio.listen(2)) {
                studio.numbers.failAfter(2);
                studio.releaseRender();

                assertThat(numbers(second.upTo(5))).containsExactly(3L, 4L, 5L);
                assertThat(numbers(first.upTo(5))).containsExactly(2L, 3L, 4L, 5L);
                assertThat(blocker.isOpen()).isTrue();
            }
        }
    }

    @Test
    void whoComesWhileTheSourceFailsIsAskedToComeAgain() {
        studio.numbers.failNext();
        try (var unlucky = studio.stream("")) {
            assertThat(unlucky.closeCode()).isEqualTo(1013);
        }
        try (var tab = studio.listen()) {
            studio.count();

            assertThat(numbers(tab.upTo(1))).containsExactly(1L);
        }
    }

    @Test
    void whoseSessionEndsOnTheWayInIsSentAwayAndWasNeverThere() {
        studio.over = true;
        try (var tab = studio.stream("")) {
            assertThat(tab.closeCode()).isEqualTo(4401);
        }
        assertThat(studio.arrived).hasValue(0);
        assertThat(studio.left).hasValue(0);
    }

    @Test
    void whoComesAndGoesIsCountedOnce() {
        try (var stays = studio.listen()) {
            studio.listen().close();
            Eventually.until("one has gone", () -> studio.left.get() == 1);

            assertThat(studio.arrived).hasValue(2);
            studio.count();
            assertThat(numbers(stays.upTo(1))).isEqualTo(List.of(1L));
        }
        Eventually.until("both have gone", () -> studio.left.get() == 2);
    }

    @Test
    void whenTheServerStopsEveryTabIsAskedToComeBack() {
        var tabs = List.of(studio.listen(), studio.listen());

        studio.sendEverybodyAway();

        assertThat(tabs).allMatch(tab -> tab.closeCode() == 1012);
    }
}
