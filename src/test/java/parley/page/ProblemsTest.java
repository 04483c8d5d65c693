package parley.page;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import parley.Eventually;
import parley.Log;
import parley.database.TemporaryDatabase;

class ProblemsTest {

    @RegisterExtension
    static final TemporaryDatabase database = new TemporaryDatabase();

    @RegisterExtension
    final Log log = new Log(Problems.class);

    private final CountDownLatch answered = new CountDownLatch(1);
    private Javalin javalin;

    @BeforeEach
    void start() {
        javalin = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            new Problems(TemplatesIn.build(), new Assets(false)).handle(config);
            Guard.install(config);
            config.routes.get("/broken", http -> {
                throw new IllegalStateException("the password is swordfish");
            });
            config.routes.get("/long", http -> {
                Html.answer(http, new byte[16 * 1024 * 1024]);
                answered.countDown();
            });
            config.routes.get("/contended", http -> database.write(transaction -> {
                throw new IllegalStateException(new SQLException("Not in order", "40001"));
            }));
        }).start(0);
    }

    @AfterEach
    void stop() {
        javalin.stop();
    }

    @Test
    void whatOthersAreInTheWayOfAgainAndAgainMayBeTriedAgain() throws Exception {
        var answer = get("/contended", "HX-Request", "true");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("Nothing was stored; try again.");
        assertThat(log.entries()).isEmpty();
    }

    @Test
    void whatBreaksIsAnsweredByAPageThatShowsNothingOfTheCause() throws Exception {
        var page = get("/broken");

        assertThat(page.statusCode()).isEqualTo(500);
        assertThat(Jsoup.parse(page.body()).select("main.error a[href=/]")).hasSize(1);
        assertThat(page.body()).doesNotContain("swordfish", "IllegalStateException", "at parley.", ".java");
        assertThat(page.headers().firstValue("Content-Security-Policy")).isPresent();
    }

    @Test
    void whoLeavesInTheMiddleOfAnAnswerIsNoProblem() throws Exception {
        try (var socket = new Socket("localhost", javalin.port())) {
            socket.getOutputStream().write("GET /long HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(US_ASCII));
            assertThat(socket.getInputStream().read()).isEqualTo('H');
        }

        Eventually.passed(answered);
        assertThat(log.entries()).isEmpty();
    }

    @Test
    void whatBreaksIsFoundInTheLogByTheReferenceOnItsPage() throws Exception {
        String reference = Jsoup.parse(get("/broken").body()).select(".reference code").text();
        String another = Jsoup.parse(get("/broken").body()).select(".reference code").text();

        assertThat(reference).matches("[0-9a-f]{8}").isNotEqualTo(another);
        assertThat(log.entries()).filteredOn(entry -> entry.contains(reference)).singleElement().asString()
                .contains("GET /broken failed", "IllegalStateException: the password is swordfish");
    }

    @Test
    void theFragmentForAFormCarriesTheReferenceToo() throws Exception {
        var fragment = get("/broken", "HX-Request", "true");

        assertThat(fragment.statusCode()).isEqualTo(500);
        assertThat(Jsoup.parse(fragment.body()).select("p.problem[role=alert]").text())
                .matches(".*Reference: [0-9a-f]{8}");
        assertThat(fragment.body()).doesNotContain("swordfish", "<html");
    }

    @Test
    void whatIsJustNotThereIsNotLogged() throws Exception {
        assertThat(get("/nowhere").statusCode()).isEqualTo(404);

        assertThat(log.entries()).isEmpty();
    }

    private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + javalin.port() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request.build(), BodyHandlers.ofString());
        }
    }
}
