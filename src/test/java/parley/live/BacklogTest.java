package parley.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class BacklogTest {

    private final Backlog backlog = new Backlog();

    @Test
    void whatCameAfterARevisionIsOneFrame() {
        add(1);
        add(3);
        add(4);

        isAfter(0, 4, "..1..3..4");
        isAfter(1, 4, "..3..4");
        isAfter(3, 4, "..4");
    }

    @Test
    void afterTheNewestThereIsNothing() {
        add(1);

        isAfter(1, 1, "");
        isAfter(2, 2, "");
    }

    @Test
    void aFrameHoldsNoMoreChangesThanItMay() {
        add(150);
        add(200);
        add(201);

        isAfter(0, 200, "..150..200");
        isAfter(150, 201, "..200..201");
        isAfter(200, 201, "..201");
    }

    @Test
    void whatIsForgottenTellsSinceWhenItWasNew() {
        add(1);
        add(3);
        add(4);
        var since = new ArrayList<Long>();

        backlog.forget(3, since::add);

        assertThat(since).containsExactly(1_001L, 1_003L);
        isAfter(0, 4, "..4");
    }

    private void add(long revision) {
        backlog.add(new Topic.Changes(revision, (".." + revision).getBytes()), 1_000 + revision);
    }

    private void isAfter(long revision, long end, String html) {
        var changes = backlog.after(revision);
        assertThat(changes.revision()).isEqualTo(end);
        assertThat(new String(changes.html())).isEqualTo(html);
    }
}
