package parley.live;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import parley.Eventually;
import parley.page.Problem;

/** What comes of a query that fails. The dispatcher does one thing after the other, so what is woken later is done later. */
class OwnQueriesTest {

    private static final Logger LOG = (Logger) LoggerFactory.getLogger(Live.class);

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Studio studio = new Studio();

    @BeforeEach
    void listen() {
        log.start();
        LOG.addAppender(log);
        LOG.setAdditive(false);
    }

    @AfterEach
    void close() {
        LOG.setAdditive(true);
        LOG.detachAppender(log);
        studio.close();
    }

    @Test
    void theLastNewsOfASessionThatHasEndedIsNoFault() {
        fail(new Problem(401, "This session was ended."));

        assertThat(log.list).isEmpty();
    }

    @Test
    void anythingElseIs() {
        fail(new Problem(403, "Not for you."));

        assertThat(log.list).hasSize(1);
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
