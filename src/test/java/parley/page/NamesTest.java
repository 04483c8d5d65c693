package parley.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

    @ParameterizedTest
    @ValueSource(strings = {"A", "Ann Otter", "Zoë", "אַבְרָהָם", "محمد", "山田 太郎", "👩🏽‍🚀", "O’Brien & Söhne <3",
            "क्षत्रिय"})
    void peopleMayCallThemselvesAsTheyLike(String name) {
        assertThat(Names.check("A name", name, 40)).isEqualTo(name);
    }

    @Test
    void whiteSpaceAroundANameIsNoPartOfIt() {
        assertThat(Names.check("A name", " \t Ann\u2003", 40)).isEqualTo("Ann");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n", "\u200b", "\u200d\u200e", "\u00a0", "\ufeff", "\u2060\u00ad"})
    void aNameThatNobodyCouldSeeIsRefused(String name) {
        assertThatThrownBy(() -> Names.check("A name", name, 40)).isInstanceOf(Problem.class)
                .hasMessage("A name needs at least one visible character.");
    }

    /** Fillers of Hangul and an empty Braille cell. */
    @ParameterizedTest
    @ValueSource(strings = {"\u3164", "\u115f\u1160", "\uffa0", "\u2800"})
    void aNameOfLettersWithoutInkIsRefused(String name) {
        assertThatThrownBy(() -> Names.check("A name", name, 40)).isInstanceOf(Problem.class)
                .hasMessage("A name needs at least one visible character.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"An\u0000n", "An\nn", "An\u007fn", "An\u0085n", "An\u2028n", "An\u2029n", "\u202eAnn",
            "Ann\u202a", "An\u202bn", "An\u202cn", "An\u202dn", "An\u2066n", "An\u2067n", "An\u2068n", "An\u2069n"})
    void aNameThatDisturbsItsSurroundingsIsRefused(String name) {
        assertThatThrownBy(() -> Names.check("A name", name, 40)).isInstanceOf(Problem.class)
                .hasMessageStartingWith("A name cannot hold control characters");
    }

    @Test
    void theLengthIsCountedInCharactersAsPeopleTypeThem() {
        assertThat(Names.check("A name", "🦦".repeat(40), 40)).hasSize(80);
        assertThatThrownBy(() -> Names.check("A name", "🦦".repeat(41), 40)).isInstanceOf(Problem.class)
                .hasMessage("A name has at most 40 characters.");
    }
}
