package parley.load;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The messages of one frame. All tabs of a room get the same frames, so a frame is read once and then only compared: that is what keeps
 * the load generator cheaper than what it measures.
 */
final class Batch {

    private ByteBuffer frame = ByteBuffer.allocate(0);
    private long first = -1;
    private long[] numbers = new long[4];
    private int[] messages = new int[4];
    private int count;
    private long revision;

    /** @param first the number that the reader waits for */
    boolean is(long first, ByteBuffer frame) {
        return this.first == first && this.frame.remaining() == frame.remaining() && this.frame.mismatch(frame) == -1;
    }

    void begin(long first, ByteBuffer frame) {
        this.first = first;
        this.count = 0;
        this.revision = 0;
        if (this.frame.capacity() < frame.remaining()) {
            this.frame = ByteBuffer.allocate(frame.remaining());
        }
        int start = frame.position();
        this.frame.clear().put(frame).flip();
        frame.position(start);
    }

    /** @param number in the room, or 0 where the server gives none */
    void add(long number, int message) {
        if (count == messages.length) {
            numbers = Arrays.copyOf(numbers, 2 * count);
            messages = Arrays.copyOf(messages, 2 * count);
        }
        numbers[count] = number;
        messages[count++] = message;
    }

    void upTo(long revision) {
        this.revision = revision;
    }

    int count() {
        return count;
    }

    long number(int i) {
        return numbers[i];
    }

    int message(int i) {
        return messages[i];
    }

    /** Where to go on from, for a server that has cursors. */
    long revision() {
        return revision;
    }
}
