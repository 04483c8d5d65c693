package parley.e2e.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import parley.e2e.vocabulary.InTheBrowser;
import parley.e2e.vocabulary.Room;
import parley.e2e.vocabulary.Tab;

@InTheBrowser
class TwelveTabsStory {

    @Test
    void twelveTabsAreTwelvePeopleWhoSeeTheSame(Room room) {
        var tabs = Stream.generate(room::newTab).limit(12).toList();
        var texts = IntStream.rangeClosed(1, 12).mapToObj(i -> "I am number " + i).toList();

        IntStream.range(0, 12).forEach(i -> tabs.get(i).send(texts.get(i)));

        tabs.forEach(tab -> texts.forEach(tab::sees));
        var order = tabs.getFirst().texts();
        assertThat(order).containsExactlyInAnyOrderElementsOf(texts);
        assertThat(tabs).allSatisfy(tab -> assertThat(tab.texts()).isEqualTo(order));
        assertThat(new HashSet<>(tabs.getFirst().people().keySet())).containsAll(tabs.stream().map(Tab::name).toList());
        tabs.forEach(Tab::hasSentEverything);
    }
}
