package parley.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
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

    @Test
    void whatFailedComesALittleLater() {
        var word = new AtomicReference<>("");
        studio.live.own(query("failing", () -> {
            if (word.get().isEmpty()) {
                throw new IllegalStateException("There is nothing to say yet.");
            }
            return word.get();
        }));
        try (var tab = studio.listen()) {
            studio.live.wakeOwn(Studio.OWNER, "news");
            Eventually.until("it has failed", () -> !log.entries().isEmpty());
            word.set("late");

            tab.seesPiece("late");
        }
    }

    @Test
    void whatFailsLeavesTheOthersOfItsTopicAlone() {
        studio.live.own(query("failing", () -> {
            throw new IllegalStateException("There will never be anything to say.");
        }));
        studio.live.own(query("other", () -> "in time"));
        try (var tab = studio.listen()) {
            studio.live.wakeOwn(Studio.OWNER, "news");

            tab.seesPiece("in time");
        }
    }

    private static OwnQuery<String> query(String name, Supplier<String> run) {
        return new OwnQuery<>(name, Set.of("news"), owner -> run.get(), word -> ("<p>" + word + "</p>").getBytes());
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
