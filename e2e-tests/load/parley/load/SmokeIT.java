package parley.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every scenario, small: whether everything arrives, once and in order, not how fast. */
class SmokeIT {

    private static Server server;

    @BeforeAll
    static void start() {
        server = new Parley(null).start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "fan-out --tabs 500", "fan-out --tabs 500 --rooms 50 --rate 100", "rooms --rooms 50", "posts",
            "idle --tabs 500", "slow --tabs 500 --rate 300", "churn --tabs 500"})
    void nothingIsMissingDoubledOrOutOfOrder(String scenario) {
        assertNoFaults(
                scenario + " --site http://" + server.address().getHostString() + ":" + server.address().getPort());
    }

    @Test
    void nothingIsLostWhenEverybodyComesBackAtOnce() {
        assertNoFaults("storm --tabs 500");
    }

    private static void assertNoFaults(String scenario) {
        String[] arguments = (scenario + " --seconds 5 --warm-up 0.5").split(" ");
        assertThat(Load.commandLine().execute(arguments)).as(scenario).isZero();
    }
}
