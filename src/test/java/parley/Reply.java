package parley;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What the server answered. */
public record Reply(int status, HttpHeaders headers, String body) {

    static Reply of(HttpResponse<String> response) {
        return new Reply(response.statusCode(), response.headers(), response.body());
    }

    public Reply is(int expected) {
        assertThat(status).as("status of the answer «%s»", document().text()).isEqualTo(expected);
        return this;
    }

    /** Nothing but the reason, as the page shows it beside the field. */
    public Reply refused(int expected, String... words) {
        is(expected);
        assertThat(document().body().children()).as(body).hasSize(1);
        assertThat(document().select("p.problem[role=alert]").text()).contains(words);
        return this;
    }

    /** "" if there is none. */
    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    public Document document() {
        return Jsoup.parse(body);
    }

    public List<Element> messages() {
        return document().select("article.message");
    }

    public List<String> texts() {
        return document().select("article.message .body").stream().map(Element::wholeText).toList();
    }
}
