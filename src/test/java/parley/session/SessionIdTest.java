package parley.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.page.Problem;

class SessionIdTest {

    private static final String SECRET = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJ-_01234";

    @Test
    void holdsTheHashAndNothingOfTheSecret() {
        var id = SessionId.of(SECRET);

        assertThat(id.hash()).isEqualTo("Oj-J32qO6ZLiC6Rh4VMbQiTwYFCaLKbzpS8rl5tGbKQ");
        assertThat(id.toString()).doesNotContain(SECRET);
    }

    @Test
    void theSameSecretIsTheSameSessionAndAnotherIsAnother() {
        assertThat(SessionId.of(SECRET)).isEqualTo(SessionId.of(SECRET)).hasSameHashCodeAs(SessionId.of(SECRET))
                .isNotEqualTo(SessionId.of(SECRET.replace('a', 'b')));
    }

    @Test
    void whatFollowsFromItDependsOnThePurpose() {
        var id = SessionId.of(SECRET);

        assertThat(id.derive("user")).hasSize(32).isEqualTo(id.derive("user")).isNotEqualTo(id.derive("name"));
    }

    @ParameterizedTest
    @ValueSource(ints = {43, 44, 128})
    void takesFrom43To128Characters(int length) {
        assertThat(SessionId.of("x".repeat(length)).hash()).hasSize(43);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "short", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
            "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa=", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa+",
            "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa ", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaé",
            "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n"})
    void whatIsNoSecretIsRefusedWithTheFormThatItShouldHave(String secret) {
        assertThatThrownBy(() -> SessionId.of(secret)).isInstanceOf(Problem.class)
                .hasMessageContainingAll("Session-Id", "32 random bytes in base64url", "43")
                .extracting(problem -> ((Problem) problem).status()).isEqualTo(400);
    }

    @Test
    void moreThan128CharactersAreRefused() {
        assertThatThrownBy(() -> SessionId.of("x".repeat(129))).isInstanceOf(Problem.class);
    }
}
