package parley.load;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Everybody: the tabs that listen and the posters that talk, in the rooms of one server. */
final class Crowd implements AutoCloseable {

    private static final int HANDSHAKES_AT_ONCE = 128;
    private static final int POSTERS = 64;
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    /** The share of its deliveries by which a message counts as delivered: whoever waited for all would wait for ever for a tab that is gone. */
    private static final double ARRIVED = 0.99;

    /** Long enough for what comes twice. */
    private static final Duration AFTERMATH = Duration.ofMillis(300);

    private final Loop loop = new Loop();
    private final Random random = new Random();
    private final Tally tally = new Tally();
    private final List<Tab> tabs = new ArrayList<>();
    private final Queue<Tab> outside = new ArrayDeque<>();
    private final Queue<Poster> idle = new ArrayDeque<>();
    private final Target target;
    private final Server server;
    private final Messages messages;
    private final List<Room> rooms;
    private List<Room> spoken;
    private int unanswered;

    Crowd(Target target, Server server, int rooms, int text) {
        this.target = target;
        this.server = server;
        this.messages = new Messages(text);
        this.rooms = new ArrayList<>();
        build(rooms);
        this.spoken = this.rooms;
        Stream.generate(() -> new Poster(this)).limit(POSTERS).forEach(idle::add);
    }

    /** More rooms. */
    void build(int count) {
        rooms.addAll(target.rooms(count, server));
    }

    /** Messages go to the first rooms only. */
    void speakIn(int first) {
        spoken = rooms.subList(0, first);
    }

    Loop loop() {
        return loop;
    }

    Random random() {
        return random;
    }

    Tally tally() {
        return tally;
    }

    Target target() {
        return target;
    }

    Server server() {
        return server;
    }

    Messages messages() {
        return messages;
    }

    List<Tab> tabs() {
        return tabs;
    }

    /** Opens tabs, spread over the rooms, and waits until all are live. */
    void open(int count) {
        open(IntStream.range(0, count).mapToObj(this::tab).toList());
    }

    /** As {@link #open}, with some, spread among the others, that will not be steady. */
    void open(int count, int unsteady) {
        var newcomers = IntStream.range(0, count).mapToObj(this::tab).toList();
        IntStream.range(0, unsteady).forEach(i -> newcomers.get((int) ((long) i * count / unsteady)).unsteady());
        open(newcomers);
    }

    /** A tab in each room that has none. */
    void openInEachRoom() {
        open(IntStream.range(0, rooms.size()).filter(i -> rooms.get(i).listeners() == 0).mapToObj(this::tab).toList());
    }

    private Tab tab(int i) {
        return new Tab(this, rooms.get(i % rooms.size()));
    }

    private void open(List<Tab> newcomers) {
        tabs.addAll(newcomers);
        outside.addAll(newcomers);
        for (int i = 0; i < HANDSHAKES_AT_ONCE; i++) {
            arrived();
        }
        if (!loop.until(PATIENCE, this::everybodyIsLive)) {
            tally.faults.cut("not all tabs came in");
        }
    }

    List<Tab> unsteady() {
        return tabs.stream().filter(tab -> !tab.isSteady()).toList();
    }

    /** A tab has come in, or never will: the next. */
    void arrived() {
        var next = outside.poll();
        if (next != null) {
            next.open();
        }
    }

    boolean everybodyIsLive() {
        return outside.isEmpty() && tabs.stream().allMatch(Tab::isLive);
    }

    void speak(Pace pace, Duration time) {
        long end = System.nanoTime() + time.toNanos();
        speak(pace, () -> System.nanoTime() >= end);
    }

    void speak(Pace pace, BooleanSupplier enough) {
        switch (pace) {
            case Pace.Rate(double aSecond) -> speakAt(aSecond, enough);
            case Pace.InFlight(int most) -> speakWith(most, enough);
        }
    }

    private void speakAt(double rate, BooleanSupplier enough) {
        long due = System.nanoTime();
        while (!enough.getAsBoolean()) {
            while (System.nanoTime() >= due && !idle.isEmpty()) {
                post(due);
                due += (long) (1e9 / rate);
            }
            loop.turn(Math.max(0, due - System.nanoTime()));
        }
    }

    private void speakWith(int most, BooleanSupplier enough) {
        while (!enough.getAsBoolean()) {
            while (inFlight() <= most - ARRIVED && !idle.isEmpty()) {
                post(System.nanoTime());
            }
            loop.turn(Long.MAX_VALUE);
        }
    }

    /** Messages that are not answered, or what is left to deliver, in messages. */
    private double inFlight() {
        double audience = Math.max(1, (double) tabs.size() / rooms.size());
        return Math.max(unanswered, (tally.owed - tally.delivered) / audience);
    }

    private void post(long due) {
        var room = spoken.get(messages.count() % spoken.size());
        unanswered++;
        tally.owed += room.listeners();
        idle.remove().post(messages.add(due, room));
    }

    void answered(Poster poster, int message, String answer) {
        unanswered--;
        idle.add(poster);
        if (!answer.startsWith("HTTP/1.1 2")) {
            tally.faults.refused(answer);
            tally.owed -= messages.room(message).listeners();
            return;
        }
        tally.answered++;
        tally.untilAnswered.add(System.nanoTime() - messages.sentAt(message));
        stored(message, messages.room(message), target.number(answer));
    }

    private void stored(int message, Room room, long number) {
        if (!target.resumes()) {
            room.reached(room.newest() + 1);
        } else if (messages.hasNumber(message, number)) {
            room.reached(number);
        } else {
            tally.faults.confused++;
        }
    }

    /**
     * The number of a message that somebody in the room was told of, or 0 if it cannot be.
     *
     * @param given by the server, or 0: then the order in which the first to see them sees them counts
     */
    long number(Room room, int message, long given) {
        long number = given > 0 ? given : messages.number(message) > 0 ? messages.number(message) : room.seen();
        return messages.room(message) == room && messages.hasNumber(message, number) ? number : 0;
    }

    void delivered(Tab tab, int message, long now) {
        tally.delivered++;
        if (tab.isSteady()) {
            tally.untilDelivered.add(now - messages.sentAt(message));
            messages.delivered(message, now);
        }
    }

    /** Waits for what is under way, and counts what does not come. */
    void settle() {
        loop.until(Duration.ofSeconds(15), () -> unanswered == 0);
        loop.until(Duration.ofSeconds(25), () -> tabs.stream().allMatch(tab -> tab.isLive() && tab.isCaughtUp()));
        loop.during(AFTERMATH);
        tally.faults.missing = unanswered + tabs.stream().mapToLong(Tab::missing).sum();
    }

    @Override
    public void close() {
        loop.close();
    }
}
