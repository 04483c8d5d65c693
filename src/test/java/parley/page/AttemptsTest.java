package parley.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttemptsTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Attempts attempts = new Attempts(3, Duration.ofMinutes(1), () -> now());
    private final Javalin server = Javalin.create(config -> {
        config.startup.showJavalinBanner = false;
        config.routes.get("/right", attempts.limit(http -> http.result("Yes")));
        config.routes.get("/wrong", attempts.limit(http -> {
            throw new Problem(403, "No");
        }));
        config.routes.get("/seldom", attempts.limitAll(http -> http.result("Yes")));
        config.routes.get("/broken", attempts.limit(http -> {
            throw new Problem(503, "Not now");
        }));
        config.routes.exception(Problem.class, (problem, http) -> http.status(problem.status()));
    }).start("127.0.0.1", 0);
    private volatile long time;

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void whoFailsTooOftenIsTurnedAwayAndToldForHowLong() {
        fail(3);

        time += Duration.ofSeconds(20).toNanos();

        assertThat(get("/wrong").statusCode()).isEqualTo(429);
        assertThat(get("/right").statusCode()).isEqualTo(429);
        assertThat(get("/right").headers().firstValue("Retry-After")).contains("41");
    }

    @Test
    void whereWhatSucceedsCountsTooItIsTurnedAwayAsWell() {
        for (int time = 0; time < 3; time++) {
            assertThat(get("/seldom").statusCode()).isEqualTo(200);
        }

        assertThat(get("/seldom").statusCode()).isEqualTo(429);
    }

    @Test
    void afterAWhileTheyMayTryAgain() {
        fail(3);

        time += Duration.ofMinutes(1).toNanos();

        assertThat(get("/right").statusCode()).isEqualTo(200);
        fail(3);
        assertThat(get("/right").statusCode()).isEqualTo(429);
    }

    @Test
    void whatSucceedsCostsNothingAndNeitherDoesWhatIsNotTheirFault() {
        for (int i = 0; i < 10; i++) {
            assertThat(get("/right").statusCode()).isEqualTo(200);
            assertThat(get("/broken").statusCode()).isEqualTo(503);
        }

        fail(3);
    }

    @ParameterizedTest(name = "{0} and {1}")
    @CsvSource({"192.0.2.1, 192.0.2.2, false", "192.0.2.1, 192.0.2.1, true",
            "2001:db8::1, 2001:db8::2:3:4:5, true", "2001:db8::1, 2001:db8:0:1::1, false",
            "[2001:db8::1], 2001:db8::1, true", "fe80::1%2, fe80::2, true", "::1, 127.0.0.1, false"})
    void anIpv6NetworkIsOneAddress(String one, String other, boolean same) {
        assertThat(Attempts.network(one).equals(Attempts.network(other))).isEqualTo(same);
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            assertThat(get("/wrong").statusCode()).isEqualTo(403);
        }
    }

    private long now() {
        return time;
    }

    private HttpResponse<String> get(String path) {
        try {
            return HTTP.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path)).build(),
                    BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
