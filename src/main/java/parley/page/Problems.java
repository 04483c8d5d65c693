package parley.page;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.database.Conflict;
import parley.database.StorageFailed;
import parley.templates.Templates;

/** Answers what went wrong: a fragment for htmx, a whole page for a browser, the same words in both. */
public final class Problems {

    private static final Logger log = LoggerFactory.getLogger(Problems.class);

    private final Templates templates;
    private final Assets assets;

    public Problems(Templates templates, Assets assets) {
        this.templates = templates;
        this.assets = assets;
    }

    public void handle(JavalinConfig config) {
        config.routes.exception(Problem.class, this::refused);
        config.routes.exception(HttpResponseException.class,
                (e, http) -> answer(http, e.getStatus(), words(e.getStatus(), e), ""));
        config.routes.exception(MethodNotAllowedResponse.class, (e, http) -> {
            http.header(Header.ALLOW, e.getDetails().getOrDefault("availableMethods", "GET"));
            answer(http, 405, words(405, e), "");
        });
        config.routes.exception(StorageFailed.class, (e, http) -> answer(http, 503,
                "Parley cannot store anything just now. Nothing that you sent before is lost; try again in a minute.",
                ""));
        config.routes.exception(Conflict.class, (e, http) -> answer(http, 503,
                "Too many people changed this at the same time. Nothing was stored; try again.", ""));
        config.routes.exception(Exception.class, this::unexpected);
    }

    private void refused(Problem problem, Context http) {
        if (problem.status() == 401) {
            http.header(Header.WWW_AUTHENTICATE, "Session-Id");
        }
        if (problem.fields().isEmpty()) {
            answer(http, problem.status(), problem.getMessage(), "");
        } else {
            Html.answer(http.status(problem.status()), templates.pageFields(problem.fields()));
        }
    }

    /** The log line and the page carry the same reference, and the page nothing else of the cause. */
    private void unexpected(Exception e, Context http) {
        String reference = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
        log.error("{} {} failed, reference {}", http.method(), http.path(), reference, e);
        answer(http, 500, "Something broke on our side. Try again.", reference);
    }

    private void answer(Context http, int status, String words, String reference) {
        http.status(status);
        boolean fragment = http.header("HX-Request") != null || !http.method().name().equals("GET");
        Html.answer(http,
                fragment
                        ? templates.pageProblem(reference.isEmpty() ? words : words + " Reference: " + reference)
                        : templates.pageError(assets, status, title(status), words, reference));
    }

    private static String title(int status) {
        return switch (status) {
            case 404 -> "There is nothing here";
            case 413 -> "That is too much at once";
            case 426 -> "This address is a live stream";
            case 503 -> "Back in a moment";
            default -> status >= 500 ? "Something broke" : "That did not work";
        };
    }

    private static String words(int status, HttpResponseException e) {
        return switch (status) {
            case 404 -> "This page does not exist. Perhaps the address has a typing error.";
            case 405 -> "This address does not take that method.";
            case 413 -> Guard.TOO_LARGE;
            default -> e.getMessage();
        };
    }
}
