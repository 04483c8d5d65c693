package parley.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.page.Problem;

class CursorTest {

    private final Topic.Feed feed = new Topic.Feed("numbers", "e", new Numbers());

    @Test
    void isReadAsItIsWritten() {
        assertThat(Cursor.of("3f0c9a:42")).isEqualTo(new Cursor("3f0c9a", 42)).hasToString("3f0c9a:42");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ":", "e:", ":1", "e:-1", "e:1:2", "E:1", "e:1 ", "e:1\n", "e:1e3", "é:1",
            "e:1234567890123456789", "an-epoch:1", "seventeenletters1:1"})
    void whatIsNoCursorIsRefused(String text) {
        assertThatThrownBy(() -> Cursor.of(text)).isInstanceOf(Problem.class)
                .hasMessageContaining("send back the one that the last answer gave")
                .extracting(problem -> ((Problem) problem).status()).isEqualTo(400);
    }

    @Test
    void aFeedReachesATabThatIsNotTooFarBehind() {
        assertThat(feed.reaches(new Cursor("e", 5), 5)).isTrue();
        assertThat(feed.reaches(new Cursor("e", 0), 1_000)).isTrue();
        assertThat(feed.reaches(new Cursor("e", 0), 1_001)).isFalse();
    }

    @Test
    void aFeedDoesNotReachATabOfTheFutureOrOfAnotherHistory() {
        assertThat(feed.reaches(new Cursor("e", 6), 5)).isFalse();
        assertThat(feed.reaches(new Cursor("f", 5), 5)).isFalse();
    }
}
