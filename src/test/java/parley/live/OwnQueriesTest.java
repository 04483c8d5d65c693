package parley.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import parley.Eventually;
import parley.Log;
import parley.page.Problem;

/** What comes of a query that fails. The dispatcher does one thing after the other, so what is woken later is done later. */
class OwnQueriesTest {

    @RegisterExtension
    final Log log = new Log(Live.class);

    private final Studio studio = new Studio();

    @AfterEach
    void close() {
        studio.close();
    }

    @Test
    void theLastNewsOfASessionThatHasEndedIsNoFault() {
        fail(new Problem(401, "This session was ended."));

        assertThat(log.entries()).isEmpty();
    }

    @Test
    void anythingElseIs() {
        fail(new Problem(403, "Not for you."));

        assertThat(log.entries()).hasSize(1);
    }

    private void fail(RuntimeException error) {
        var later = new CountDownLatch(1);
        studio.live.own(new OwnQuery<>("failing", Set.of("news"), owner -> {
            throw error;
        }, nothing -> new byte[0]));
        studio.live.own(new OwnQuery<>("later", Set.of("later"), owner -> {
            later.countDown();
            return "";
        }, nothing -> "<p id=later>".getBytes()));
        studio.countTo(1);
        try (var tab = studio.listen(0)) {
            tab.upTo(1);
            studio.live.wakeOwn(Studio.OWNER, "news");
            studio.live.wakeOwn(Studio.OWNER, "later");
            Eventually.passed(later);
        }
    }
}
