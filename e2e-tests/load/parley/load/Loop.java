package parley.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;

/** One thread, on which everything of a run happens: nothing to lock, and little to switch between. */
final class Loop implements AutoCloseable {

    /** Something that waits for its channel. */
    interface Connection {

        void ready(SelectionKey key) throws IOException;

        void broken(IOException cause);
    }

    private record Alarm(long at, Runnable task) implements Comparable<Alarm> {

        @Override
        public int compareTo(Alarm other) {
            return Long.compare(at, other.at);
        }
    }

    private static final int INPUT = 4 * 1024 * 1024;
    private static final long MILLISECOND = 1_000_000;
    private static final long LONGEST_TURN = 20 * MILLISECOND;

    private final Selector selector;
    private final PriorityQueue<Alarm> alarms = new PriorityQueue<>();
    private final ByteBuffer input = ByteBuffer.allocateDirect(INPUT);

    Loop() {
        try {
            selector = Selector.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everybody reads into the same buffer, one after the other. */
    ByteBuffer input() {
        return input.clear();
    }

    SelectionKey register(SocketChannel channel, int operations, Connection connection) throws IOException {
        return channel.register(selector, operations, connection);
    }

    void after(Duration delay, Runnable task) {
        alarms.add(new Alarm(System.nanoTime() + delay.toNanos(), task));
    }

    /** Waits at most so long, or less, and does what there is to do. */
    void turn(long nanos) {
        long wait = Math.min(Math.min(nanos, LONGEST_TURN), untilAlarm());
        try {
            if (wait < MILLISECOND) {
                selector.selectNow(Loop::ready);
            } else {
                selector.select(Loop::ready, wait / MILLISECOND);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        while (untilAlarm() <= 0) {
            alarms.remove().task().run();
        }
    }

    void during(Duration time) {
        until(time, () -> false);
    }

    /** Whether it was done before patience ended. */
    boolean until(Duration patience, BooleanSupplier done) {
        long end = System.nanoTime() + patience.toNanos();
        while (!done.getAsBoolean()) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            turn(left);
        }
        return true;
    }

    private long untilAlarm() {
        return alarms.isEmpty() ? Long.MAX_VALUE : alarms.peek().at() - System.nanoTime();
    }

    private static void ready(SelectionKey key) {
        var connection = (Connection) key.attachment();
        try {
            connection.ready(key);
        } catch (IOException e) {
            connection.broken(e);
        }
    }

    @Override
    public void close() {
        try {
            for (var key : selector.keys()) {
                key.channel().close();
            }
            selector.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
