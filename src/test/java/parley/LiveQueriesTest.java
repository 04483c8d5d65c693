package parley;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is run, rendered and sent when something changes, by the metrics: only what depends on it, and once. */
class LiveQueriesTest {

    private static final int CROWD = 1_000;
    private static final Duration STILLNESS = Duration.ofSeconds(2);
    private static final Pattern COUNTER = Pattern
            .compile("(?m)^parley_live_query_(\\w+)_total\\{query=\"([\\w-]+)\"} (\\S+)$");

    @RegisterExtension
    static final RunningParley parley = new RunningParley();

    private final Visitor ann = parley.visitor();
    private final List<LiveStream> streams = new ArrayList<>();

    @AfterEach
    void leave() {
        streams.forEach(LiveStream::close);
        Eventually.until("they have left", () -> metric("parley_live_tabs") == 0);
    }

    @Test
    void patchingAPieceOfTheSessionsDataRunsOnlyWhatReadsIt() {
        listen(ann, "general");
        listen(ann, "general");
        listen(parley.visitor(), "general");

        var changed = whileItSettles(() -> choose("dark"), "sends look", 2);

        assertThat(changed).isEqualTo(Map.of("runs look", 1, "renders look", 1, "sends look", 2));
    }

    @Test
    void patchingItToWhatItIsRunsNothing() {
        var stream = listen(ann, "general");
        choose("dark");
        stream.seesPiece("Dark");

        var changed = whileItSettles(() -> {
            choose("dark");
            ann.submit("PUT", "/rooms/general/draft", "body=Afterwards").is(204);
        }, "sends drafts", 1);

        assertThat(changed).isEqualTo(Map.of("runs drafts", 1, "renders drafts", 1, "sends drafts", 1));
    }

    @Test
    void whatNobodyListensToIsNotRun() {
        var stream = listen(ann, "general");

        var changed = whileItSettles(() -> {
            parley.visitor().submit("PUT", "/session/look", "look=dark").is(204);
            choose("light");
        }, "sends look", 1);

        assertThat(changed).isEqualTo(Map.of("runs look", 1, "renders look", 1, "sends look", 1));
        assertThat(stream.isOpen()).isTrue();
    }

    @Test
    void twoSessionsNeverSeeEachOthersPieces() {
        var bob = parley.visitor();
        var annsTab = listen(ann, "general");
        var bobsTab = listen(bob, "general");

        ann.submit("PUT", "/rooms/general/draft", "body=For%20Ann%20alone").is(204);
        bob.submit("PUT", "/rooms/general/draft", "body=For%20Bob%20alone").is(204);
        annsTab.seesPiece("For Ann alone");
        bobsTab.seesPiece("For Bob alone");

        assertThat(annsTab.frames("piece")).noneMatch(frame -> frame.html().contains("For Bob"));
        assertThat(bobsTab.frames("piece")).noneMatch(frame -> frame.html().contains("For Ann"));
        assertThat(ann.get("/session/pieces").body()).contains("For Ann").doesNotContain("For Bob");
    }

    /** The feed has changes instead of renders: a pass by each of the two sections, with what was rendered once for both. */
    @Test
    void aThousandTabsOnARoomCostOneRender() {
        String room = parley.room();
        ann.rename("Ann").is(200);
        ann.say(room, "First").is(201);
        var bob = parley.visitor();
        listen(ann, room).upTo(1);
        IntStream.range(1, CROWD).forEach(i -> listen(bob, room).upTo(1));
        settle();
        double passes = metric("parley_live_pass_changes_count");
        double changes = metric("parley_live_pass_changes_sum");
        double deliveries = metric("parley_live_deliveries_total{kind=\"feed\"}");

        ann.say(room, "Once for all").is(201);
        streams.forEach(stream -> stream.upTo(2));
        Eventually.until("all deliveries are counted",
                () -> metric("parley_live_deliveries_total{kind=\"feed\"}") - deliveries == CROWD);

        assertThat(metric("parley_live_pass_changes_count") - passes).isEqualTo(2);
        assertThat(metric("parley_live_pass_changes_sum") - changes).isEqualTo(2);

        var changed = whileItSettles(() -> ann.rename("Anna").is(200), "sends people", CROWD);
        assertThat(changed).containsEntry("runs people", 1).containsEntry("renders people", 1)
                .containsEntry("sends people", CROWD).containsEntry("sends name", 1);
    }

    private LiveStream listen(Visitor who, String room) {
        var stream = LiveStream.open(parley.at("/rooms/" + room + "/live"), who.secret());
        streams.add(stream);
        return stream;
    }

    private void choose(String look) {
        ann.submit("PUT", "/session/look", "look=" + look).is(204);
    }

    /** What the counters of live queries say of an event, once one of them has come so far and they stand still. */
    private Map<String, Integer> whileItSettles(Runnable event, String awaited, int count) {
        Eventually.until("everybody is in step", () -> streams.stream().allMatch(stream -> stream.revision() >= 0));
        settle();
        var before = counters();
        event.run();
        Eventually.until(awaited + " is " + count, () -> since(before).getOrDefault(awaited, 0) >= count);
        settle();
        return since(before);
    }

    /** Until nothing has changed for longer than pieces wait for more to come. */
    private void settle() {
        Map<String, Integer> last = Map.of();
        for (var now = counters(); !now.equals(last); now = counters()) {
            last = now;
            LockSupport.parkNanos(STILLNESS.toNanos());
        }
    }

    private Map<String, Integer> since(Map<String, Integer> before) {
        var changed = counters();
        changed.replaceAll((name, count) -> count - before.getOrDefault(name, 0));
        changed.values().removeIf(count -> count == 0);
        return changed;
    }

    /** Without that of the rooms' newest messages, which is slow on purpose. */
    private Map<String, Integer> counters() {
        return COUNTER.matcher(ann.get("/metrics").body()).results().filter(match -> !match.group(2).equals("newest"))
                .collect(toMap(match -> match.group(1) + " " + match.group(2), LiveQueriesTest::count));
    }

    private static int count(MatchResult match) {
        return (int) Double.parseDouble(match.group(3));
    }

    /** Counters begin to exist when they are first counted up. */
    private double metric(String name) {
        var line = Pattern.compile("(?m)^" + Pattern.quote(name) + " (\\S+)$").matcher(ann.get("/metrics").body());
        return line.find() ? Double.parseDouble(line.group(1)) : 0;
    }
}
