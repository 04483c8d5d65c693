package parley;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.session.Lifetime;
import parley.session.SessionIds;

class ConfigTest {

    @Test
    void everySettingIsAFlag() {
        assertThat(config("--port", "8080", "--host", "127.0.0.1", "--data", "/srv/parley", "--session-ids", "server",
                "--session-idle", "7", "--session-lifetime", "90", "--behind-proxy", "--dev"))
                .isEqualTo(new Config(8080, "127.0.0.1", Path.of("/srv/parley"), SessionIds.SERVER,
                        new Lifetime(Duration.ofDays(7), Duration.ofDays(90)), true, true));
    }

    @Test
    void withoutFlagsItRunsAsAnybodyWouldExpect() {
        assertThat(config()).isEqualTo(new Config(Integer.parseInt(variable("PORT", "7070")),
                variable("HOST", "0.0.0.0"), Path.of(variable("PARLEY_DATA", "data")), SessionIds.CLIENT,
                new Lifetime(Duration.ofDays(30), Duration.ofDays(365)), false, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "65535"})
    void takesAnyPort(String port) {
        assertThat(config("--port", port).port()).isEqualTo(Integer.parseInt(port));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "65536", "1000000"})
    void refusesWhatIsNoPort(String port) {
        assertThatThrownBy(() -> config("--port", port)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("--port is " + port + ", but a port is a number from 0 to 65535.");
    }

    @ParameterizedTest
    @CsvSource({"0, 365", "-1, 365", "30, 29"})
    void refusesALifetimeThatIsNone(String idle, String lifetime) {
        assertThatThrownBy(() -> config("--session-idle", idle, "--session-lifetime", lifetime))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("--session-idle is " + idle);
    }

    @ParameterizedTest
    @CsvSource({"--behind-proxy=1", "--behind-proxy=maybe", "--dev=yes"})
    void refusesWhatIsNeitherTrueNorFalse(String argument) {
        assertThatThrownBy(() -> config(argument)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage(argument.replace("=", " is ") + ", but it is true or false.");
    }

    @Test
    void takesAWordForWhatNeedsNone() {
        assertThat(config("--behind-proxy=true").behindProxy()).isTrue();
        assertThat(config("--behind-proxy=false").behindProxy()).isFalse();
    }

    @Test
    void refusesNothingAtAllForAValue() {
        assertThatThrownBy(() -> config("--data", "")).hasMessage("--data needs a value: --data=FOLDER.");
        assertThatThrownBy(() -> config("--port=")).hasMessage("--port needs a value: --port=PORT.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--port=seven", "--port", "--nonsense", "a word too many", "--session-ids=nobody"})
    void refusesWhatItDoesNotKnow(String argument) {
        assertThatThrownBy(() -> config(argument)).isInstanceOf(IllegalArgumentException.class).message()
                .contains(argument.replaceAll("=.*", "")).doesNotContain("\n");
    }

    @Test
    void theHelpNamesEveryFlagItsVariableAndItsDefault() {
        assertThat(Setting.help().replaceAll("\\s+", " ")).contains("--port",
                "Environment: PORT. Default: 7070.", "--host", "Environment: HOST. Default: 0.0.0.0.", "--data",
                "Environment: PARLEY_DATA. Default: data.", "--dev", "Environment: PARLEY_DEV.");
    }

    private static String variable(String name, String otherwise) {
        return System.getenv().getOrDefault(name, otherwise);
    }

    private static Config config(String... arguments) {
        return Config.of(arguments);
    }
}
