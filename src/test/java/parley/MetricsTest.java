package parley;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MetricsTest {

    private static final String FEED_DELIVERIES = "parley_live_deliveries_total\\{kind=\"feed\"}";

    @RegisterExtension
    static final RunningParley parley = new RunningParley();

    private final Visitor ann = parley.visitor();

    @Test
    void aMessageIsCountedOnceAndItsDeliveryOnceATab() {
        String room = ann.make("Counting house");
        try (var one = parley.visitor().listen(room); var other = parley.visitor().listen(room)) {
            one.upTo(0);
            other.upTo(0);
            double posted = metric("parley_messages_posted_total");
            double commits = metric("parley_commit_writes_count");
            double passes = metric("parley_live_pass_changes_count");

            ann.say(room, "Once").is(201);
            one.upTo(1);
            other.upTo(1);

            Eventually.until("both deliveries are counted", () -> metric(FEED_DELIVERIES) == 2);
            assertThat(metric("parley_messages_posted_total") - posted).isEqualTo(1);
            assertThat(metric("parley_commit_writes_count") - commits).isEqualTo(1);
            assertThat(metric("parley_live_pass_changes_count") - passes).isEqualTo(1);
            assertThat(metric("parley_live_tabs")).isEqualTo(2);
        }
    }

    @Test
    void howLongItTookAndHowMuchItWasIsCountedOnceAMessage() {
        String room = ann.make("Stopwatch");
        try (var tab = parley.visitor().listen(room)) {
            tab.upTo(0);
            double writes = metric("parley_write_seconds_count");
            double written = metric("parley_write_seconds_sum");
            double delivered = metric("parley_live_delivery_seconds_count");
            double delivering = metric("parley_live_delivery_seconds_sum");
            double bytes = metric("parley_live_bytes_total\\{kind=\"feed\"}");

            ann.say(room, "x".repeat(1_000)).is(201);
            tab.upTo(1);

            Eventually.until("it is counted", () -> metric("parley_live_delivery_seconds_count") == delivered + 1);
            assertThat(metric("parley_write_seconds_count") - writes).isEqualTo(1);
            assertThat(metric("parley_write_seconds_sum") - written).isBetween(0.00001, 5.0);
            assertThat(metric("parley_live_delivery_seconds_sum") - delivering).isBetween(0.000001, 5.0);
            assertThat(metric("parley_live_bytes_total\\{kind=\"feed\"}") - bytes).isBetween(1_000.0, 2_000.0);
        }
    }

    @Test
    void whoWasAwayIsCountedByWhatTheyWereTold() {
        String room = ann.make("Waiting room");
        String before = ann.cursor(room);
        ann.say(room, "Missed").is(201);
        double replays = metric("parley_live_replays_total");
        double reloads = metric("parley_live_reloads_total");

        try (var back = parley.visitor().listen(room, before);
                var lost = parley.visitor().listen(room, "another:1")) {
            back.upTo(1);
            lost.isToldToReload();

            Eventually.until("both are counted", () -> metric("parley_live_replays_total") == replays + 1
                    && metric("parley_live_reloads_total") == reloads + 1);
            assertThat(metric("parley_live_deliveries_total\\{kind=\"replay\"}")).isPositive();
        }
    }

    @Test
    void theSameMessageTwiceIsCountedOnce() {
        double before = metric("parley_messages_posted_total");
        String key = Visitor.newKey();

        ann.post("general", "Again", key).is(201);
        ann.post("general", "Again", key).is(201);

        assertThat(metric("parley_messages_posted_total") - before).isEqualTo(1);
    }

    @Test
    void howLongThingsTakeIsThereAsHistograms() {
        ann.say("general", "Hello").is(201);

        assertThat(ann.get("/metrics").is(200).body()).contains("parley_write_seconds_bucket",
                "parley_live_delivery_seconds_bucket", "jvm_memory_used_bytes", "hikaricp_connections_active");
    }

    @Test
    void noMetricNamesASession() {
        ann.say("general", "Who am I?").is(201);

        assertThat(ann.get("/metrics").body()).doesNotContain(ann.secret());
    }

    @Test
    void healthIsUpWhileTheDatabaseCanWrite() {
        assertThat(ann.get("/health").is(200).body()).isEqualTo("up");
    }

    private double metric(String name) {
        var line = Pattern.compile("(?m)^" + name + " (\\S+)$").matcher(ann.get("/metrics").body());
        assertThat(line.find()).as(name).isTrue();
        return Double.parseDouble(line.group(1));
    }
}
