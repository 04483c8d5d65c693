package parley.load;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Every message of a run. Its text begins with a token, {@code ~run-message~}, by which it is known again in whatever HTML the server
 * makes of it.
 */
final class Messages {

    /** In place of a message: a token of another run. */
    static final int FOREIGN = -1;

    private static final byte TILDE = '~';

    private final int run = ThreadLocalRandom.current().nextInt(1_000, 10_000);
    private final byte[] head = ("~" + run + "-").getBytes(StandardCharsets.US_ASCII);
    private final String padding;
    private long[] sentAt = new long[1024];
    private long[] lastAt = new long[1024];
    private long[] number = new long[1024];
    private Room[] room = new Room[1024];
    private int count;

    /** @param length of each text */
    Messages(int length) {
        this.padding = "lorem ipsum dolor sit amet ".repeat(length / 27 + 1).substring(0, length);
    }

    /** @param due when it was to be sent */
    int add(long due, Room in) {
        if (count == sentAt.length) {
            sentAt = Arrays.copyOf(sentAt, 2 * count);
            lastAt = Arrays.copyOf(lastAt, 2 * count);
            number = Arrays.copyOf(number, 2 * count);
            room = Arrays.copyOf(room, 2 * count);
        }
        sentAt[count] = due;
        room[count] = in;
        return count++;
    }

    int count() {
        return count;
    }

    /** Names the draft, so that it is posted once however often it is sent. */
    String key(int message) {
        return "load-%04d-%012d".formatted(run, message);
    }

    String text(int message) {
        String token = "~" + run + "-" + message + "~ ";
        return token + padding.substring(Math.min(token.length(), padding.length()));
    }

    Room room(int message) {
        return room[message];
    }

    long sentAt(int message) {
        return sentAt[message];
    }

    void delivered(int message, long now) {
        lastAt[message] = now;
    }

    /** The time from sending to the last delivery of each message from one on. */
    Histogram untilLast(int from) {
        var times = new Histogram();
        for (int message = from; message < count; message++) {
            if (lastAt[message] != 0) {
                times.add(lastAt[message] - sentAt[message]);
            }
        }
        return times;
    }

    /** The number that its room gave it, or 0. */
    long number(int message) {
        return number[message];
    }

    /** Whether it has no other number already. */
    boolean hasNumber(int message, long it) {
        if (number[message] == 0) {
            number[message] = it;
        }
        return number[message] == it;
    }

    /** Finds the next token and leaves the position behind it: the message, or {@link #FOREIGN}. Without one, nothing remains. */
    int next(ByteBuffer html) {
        while (html.hasRemaining()) {
            if (html.get() == TILDE) {
                return message(html);
            }
        }
        return FOREIGN;
    }

    private int message(ByteBuffer html) {
        boolean ours = true;
        for (int i = 1; i < head.length && html.hasRemaining(); i++) {
            ours &= html.get() == head[i];
        }
        int message = 0;
        byte digit = 0;
        while (html.hasRemaining() && (digit = html.get()) >= '0' && digit <= '9') {
            message = 10 * message + digit - '0';
        }
        return ours && digit == TILDE && message < count ? message : FOREIGN;
    }
}
