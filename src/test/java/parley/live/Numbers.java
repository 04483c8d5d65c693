package parley.live;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import parley.Eventually;

/** A feed of which change 7 is {@code <i>7</i>}, that writes down how often it is read. */
final class Numbers implements Topic.Source {

    /** @param after not included, upTo included; equal if there was nothing new */
    record Read(long after, long upTo) {}

    private final AtomicLong newest = new AtomicLong();
    private final AtomicInteger untilFailure = new AtomicInteger();
    private final List<Read> reads = new CopyOnWriteArrayList<>();
    private volatile String padding = "";
    private volatile CountDownLatch mayRead = new CountDownLatch(0);

    void count() {
        newest.incrementAndGet();
    }

    void countTo(long number) {
        newest.set(number);
    }

    /** Makes every change so many bytes longer. */
    void pad(int bytes) {
        padding = "<!--" + "x".repeat(bytes) + "-->";
    }

    void failNext() {
        failAfter(0);
    }

    /** A read that has begun takes until it is released; what is counted meanwhile is not in it. */
    void hold() {
        mayRead = new CountDownLatch(1);
    }

    void release() {
        mayRead.countDown();
    }

    /** Fails once, after so many calls that succeed. */
    void failAfter(int calls) {
        untilFailure.set(calls + 1);
    }

    boolean isAboutToFail() {
        return untilFailure.get() > 0;
    }

    /** The reads that found something, in their order. */
    List<Read> reads() {
        return reads;
    }

    long read() {
        return reads.stream().mapToLong(Read::upTo).max().orElse(0);
    }

    @Override
    public long newest() {
        failIfAsked();
        return newest.get();
    }

    @Override
    public Topic.Changes changes(long after, long upTo) {
        failIfAsked();
        long end = Math.min(newest.get(), upTo);
        String html = LongStream.rangeClosed(after + 1, end).mapToObj(number -> "<i>" + number + "</i>" + padding)
                .collect(joining());
        if (end > after) {
            reads.add(new Read(after, end));
        }
        Eventually.passed(mayRead);
        return new Topic.Changes(end, html.getBytes());
    }

    private void failIfAsked() {
        if (untilFailure.getAndUpdate(left -> Math.max(0, left - 1)) == 1) {
            throw new IllegalStateException("The source cannot be read, as the test asked for");
        }
    }
}
