package parley.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.page.Problem;

class DraftTest {

    private static final String KEY = "0123456789abcdefghij_-";

    @ParameterizedTest
    @ValueSource(strings = {"Hello", "<b>& \"quotes\" & 'more'</b>", "a\n\n  b\tc", "🦦", "\u202eturned", "مرحبا"})
    void keepsTheTextAsItWasTyped(String text) {
        assertThat(new Draft(text, KEY).body()).isEqualTo(text);
    }

    @Test
    void dropsTheWhiteSpaceAroundIt() {
        assertThat(new Draft(" \n Hello \u2003\n", KEY).body()).isEqualTo("Hello");
    }

    @Test
    void breaksLinesInOneWay() {
        assertThat(new Draft("one\r\ntwo\nthree", KEY).body()).isEqualTo("one\ntwo\nthree");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\r\n\r\n", "\u200b\u200d", "\u00a0\u2028"})
    void needsSomethingToSee(String text) {
        isRefused(text, KEY, "A message needs some text.");
    }

    @Test
    void holdsNoNul() {
        isRefused("zero\u0000", KEY, "A message cannot hold the NUL character.");
    }

    @Test
    void hasAtMost4000Characters() {
        assertThat(new Draft("x".repeat(4_000), KEY).body()).hasSize(4_000);
        isRefused("x".repeat(4_001), KEY, "A message has at most 4,000 characters; this one has 4,001.");
    }

    @Test
    void countsCharactersAsPeopleTypeThem() {
        assertThat(new Draft("🦦".repeat(4_000), KEY).body()).hasSize(8_000);
        isRefused("🦦".repeat(4_001), KEY, "this one has 4,001");
    }

    @Test
    void doesNotCountTheWhiteSpaceAroundIt() {
        assertThat(new Draft(" ".repeat(9_000) + "x", KEY).body()).isEqualTo("x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "fifteen-letters", "sixteen letters!", "ümlauts-are-not-in-it",
            "longer-than-the-64-characters-that-a-key-may-have-at-the-very-most"})
    void needsAKeyThatItsTabMadeUp(String key) {
        isRefused("Hello", key, "The field key is missing or malformed");
    }

    private static void isRefused(String body, String key, String reason) {
        assertThatThrownBy(() -> new Draft(body, key)).isInstanceOf(Problem.class).hasMessageContaining(reason)
                .extracting(problem -> ((Problem) problem).status()).isEqualTo(422);
    }
}
