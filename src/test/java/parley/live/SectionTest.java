package parley.live;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.live.Studio.numbers;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import parley.LiveStream;

class SectionTest {

    /** More than it looks at ahead, and a number that does not go into equal parts. */
    @Test
    void eachOfManyTabsGetsEachMessageOnceEvenIfSomeHaveJustGone() {
        try (var studio = new Studio(Section.MOST_TABS, Heartbeat.Pace.USUAL)) {
            var tabs = IntStream.range(0, 37).mapToObj(tab -> studio.listen()).toList();

            studio.count();
            tabs.subList(10, 20).forEach(LiveStream::close);
            studio.count();

            IntStream.range(0, 37).filter(tab -> tab < 10 || tab >= 20)
                    .forEach(tab -> assertThat(numbers(tabs.get(tab).upTo(2))).containsExactly(1L, 2L));
            assertThat(studio.passes()).as("of one section, for two messages").isBetween(1L, 2L);
            tabs.forEach(LiveStream::close);
        }
    }
}
