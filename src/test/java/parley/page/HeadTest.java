package parley.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.Reply;
import parley.RunningParley;

class HeadTest {

    @RegisterExtension
    static final RunningParley parley = new RunningParley();

    @ParameterizedTest
    @ValueSource(strings = {"/", "/rooms/general", "/rooms/nowhere", "/rooms/general/feed", "/rooms/general/live",
            "/avatars/blue-fox.svg", "/health", "/move", "/nowhere"})
    void saysWhatGetSaysWithoutTheBody(String path) {
        var head = ask("HEAD", path);
        var get = ask("GET", path);

        assertThat(head.body()).isEmpty();
        assertThat(head.status()).isEqualTo(get.status());
        for (String header : new String[]{"Content-Type", "Content-Security-Policy", "Location", "Cache-Control"}) {
            assertThat(head.header(header)).as(header).isEqualTo(get.header(header));
        }
    }

    private static Reply ask(String method, String path) {
        return parley.visitor().ask(method, path, BodyPublishers.noBody());
    }
}
