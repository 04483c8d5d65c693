package parley.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.page.Problem;

class RoomNameTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "Tea & Biscuits | tea-biscuits",
            "Bob's café | bobs-café",
            "../../etc/passwd | etc-passwd",
            "--C++-- | c",
            "山田 太郎 | 山田-太郎",
            "ＦＵＬＬ | full",
            "a?b#c%d | a-b-c-d"})
    void isAWordInTheAddress(String name, String slug) {
        assertThat(new RoomName(name).slug()).isEqualTo(slug);
        assertThat(new RoomName(name).text()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"!?", "😀", "...", "-"})
    void needsALetterOrADigit(String name) {
        assertThatThrownBy(() -> new RoomName(name)).isInstanceOf(Problem.class)
                .hasMessage("A room's name needs at least one letter or digit.");
    }
}
