package parley.e2e.faults;

import static java.util.concurrent.TimeUnit.SECONDS;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import parley.e2e.faults.Transcript.Line;
import parley.e2e.vocabulary.Application;
import parley.e2e.vocabulary.Room;
import parley.e2e.vocabulary.Visitor;

/**
 * Kills the application with SIGKILL while people talk and others follow, again and again. Twenty rounds, or
 * {@code -Dparley.kill.rounds=100}; the kills of an earlier run again with {@code -Dparley.kill.seed=...}.
 */
class KillIT {

    private static final int ROUNDS = Integer.getInteger("parley.kill.rounds", 20);
    private static final long SEED = Long.getLong("parley.kill.seed", System.nanoTime());
    private static final int SPEAKERS = 6;
    private static final Duration MOMENT = Duration.ofMillis(5);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Random random = new Random(SEED);
    private final Semaphore acknowledgements = new Semaphore(0);
    private final AtomicBoolean goOn = new AtomicBoolean(true);

    @Test
    void whatWasAcknowledgedSurvivesAndEveryTabEndsUpShowingTheRoom() throws Exception {
        try (var application = Application.start(); var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var room = new Room(null, application.address(),
                    new Visitor(application.address()).makeRoom("Shaky ground"));
            var speakers = IntStream.range(0, SPEAKERS)
                    .mapToObj(i -> new Speaker("Speaker " + i, room, acknowledgements)).toList();
            var followers = new ArrayList<>(Stream.generate(() -> new Follower(room).open()).limit(3).toList());

            var talks = speakers.stream().<Future<?>>map(s -> threads.submit(() -> s.talk(goOn::get))).toList();
            for (int round = 0; round < ROUNDS; round++) {
                killSomeTime(application);
                followers.add(new Follower(room).open());
            }
            goOn.set(false);
            for (var talk : talks) {
                talk.get(30, SECONDS);
            }
            application.kill().startAgain();

            var history = history(room);
            report(history, speakers, followers);
            assertThatNumbersHaveNoHoles(history);
            assertThatEverythingSaidIsThereOnce(history, speakers);
            assertThatSpeakersAreInOrder(history, speakers);
            for (var follower : followers) {
                assertThatItShowsTheRoom(follower, history);
                follower.close();
            }
        }
    }

    /** After some messages, in the middle of more. */
    private void killSomeTime(Application application) throws InterruptedException {
        var some = random.nextInt(200);
        assertThat(acknowledgements.tryAcquire(some, 30, SECONDS)).as("people can talk; %s", repeat()).isTrue();
        LockSupport.parkNanos(random.nextLong(MOMENT.toNanos()));
        application.kill().startAgain();
        acknowledgements.drainPermits();
    }

    /** As somebody reads it who scrolls all the way up. */
    private static List<Line> history(Room room) {
        var visitor = room.newVisitor();
        var transcript = new Transcript();
        var page = visitor.get(room.path() + "/feed");
        transcript.add(page.body());
        while (page.headers().firstValue("Older").orElseThrow().equals("true")) {
            page = visitor.get(room.path() + "/feed?before=" + transcript.lines().getFirst().posted());
            transcript.add(page.body());
        }
        return transcript.lines();
    }

    private static void assertThatEverythingSaidIsThereOnce(List<Line> history, List<Speaker> speakers) {
        var said = speakers.stream().flatMap(speaker -> speaker.said().entrySet().stream())
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
        var kept = history.stream().collect(toMap(Line::key, Line::text));
        assertThat(minus(said, kept)).as("acknowledged and lost, %s", repeat()).isEmpty();
        assertThat(minus(kept, said)).as("kept and never said, %s", repeat()).isEmpty();
    }

    /** Little to print where nothing should be left. */
    private static Map<String, String> minus(Map<String, String> all, Map<String, String> others) {
        var left = new HashMap<>(all);
        left.entrySet().removeAll(others.entrySet());
        return left;
    }

    private static void assertThatNumbersHaveNoHoles(List<Line> history) {
        var numbers = LongStream.rangeClosed(1, history.size()).boxed().toList();
        assertThat(history).as(repeat()).extracting(Line::posted).isEqualTo(numbers);
        assertThat(history).as(repeat()).extracting(Line::revision).isEqualTo(numbers);
    }

    private static void assertThatSpeakersAreInOrder(List<Line> history, List<Speaker> speakers) {
        var order = history.stream().collect(toMap(Line::key, Line::posted));
        assertThat(speakers).as(repeat())
                .allSatisfy(speaker -> assertThat(speaker.said().keySet()).extracting(order::get).isSorted());
    }

    private static void assertThatItShowsTheRoom(Follower follower, List<Line> history) throws InterruptedException {
        follower.shown().awaitLast(history.getLast().posted(), PATIENCE);
        var shown = follower.shown().lines();
        var first = history.indexOf(shown.getFirst());
        assertThat(shown).as("a tab since it was opened; %s", repeat())
                .isEqualTo(history.subList(first, history.size()));
    }

    private static void report(List<Line> history, List<Speaker> speakers, List<Follower> followers) {
        System.out.printf("%d messages through %d kills; %d sent again, %d connections of %d tabs; %s%n",
                history.size(), ROUNDS, speakers.stream().mapToInt(Speaker::repeated).sum(),
                followers.stream().mapToInt(Follower::connections).sum(), followers.size(), repeat());
    }

    private static String repeat() {
        return "again with -Dparley.kill.seed=" + SEED;
    }
}
