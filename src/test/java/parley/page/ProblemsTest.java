package parley.page;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.javalin.Javalin;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.LoggerFactory;
import parley.database.TemporaryDatabase;

class ProblemsTest {

    private static final Logger LOG = (Logger) LoggerFactory.getLogger(Problems.class);

    @RegisterExtension
    static final TemporaryDatabase database = new TemporaryDatabase();

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
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
            config.routes.get("/contended", http -> database.write(transaction -> {
                throw new IllegalStateException(new SQLException("Not in order", "40001"));
            }));
        }).start(0);
        log.start();
        LOG.addAppender(log);
        LOG.setAdditive(false);
    }

    @AfterEach
    void stop() {
        LOG.setAdditive(true);
        LOG.detachAppender(log);
        javalin.stop();
    }

    @Test
    void whatOthersAreInTheWayOfAgainAndAgainMayBeTriedAgain() throws Exception {
        var answer = get("/contended", "HX-Request", "true");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("Nothing was stored; try again.");
        assertThat(log.list).isEmpty();
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
    void whatBreaksIsFoundInTheLogByTheReferenceOnItsPage() throws Exception {
        String reference = Jsoup.parse(get("/broken").body()).select(".reference code").text();
        String another = Jsoup.parse(get("/broken").body()).select(".reference code").text();

        assertThat(reference).matches("[0-9a-f]{8}").isNotEqualTo(another);
        assertThat(log.list).filteredOn(line -> line.getFormattedMessage().contains(reference)).singleElement()
                .satisfies(line -> {
                    assertThat(line.getFormattedMessage()).contains("GET /broken failed");
                    assertThat(line.getThrowableProxy().getMessage()).contains("swordfish");
                });
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

        assertThat(log.list).isEmpty();
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
