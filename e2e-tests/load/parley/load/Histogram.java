package parley.load;

/** Counts times in buckets that are a 64th of their value wide. */
final class Histogram {

    private static final int FINE = 6;
    private static final int EACH = 1 << FINE;

    private final long[] counts = new long[EACH * (64 - FINE)];
    private long total;

    void add(long nanos) {
        counts[bucket(Math.max(nanos, 0))]++;
        total++;
    }

    void clear() {
        java.util.Arrays.fill(counts, 0);
        total = 0;
    }

    /** In milliseconds. */
    double percentile(double percent) {
        long wanted = Math.max(1, Math.round(total * percent / 100));
        long seen = 0;
        for (int bucket = 0; bucket < counts.length; bucket++) {
            seen += counts[bucket];
            if (seen >= wanted) {
                return value(bucket) / 1e6;
            }
        }
        return Double.NaN;
    }

    private static int bucket(long nanos) {
        if (nanos < EACH) {
            return (int) nanos;
        }
        int shift = 63 - Long.numberOfLeadingZeros(nanos) - FINE;
        return (shift + 1) * EACH + (int) (nanos >> shift) - EACH;
    }

    private static long value(int bucket) {
        int shift = Math.max(0, bucket / EACH - 1);
        return bucket < EACH ? bucket : (long) (EACH + bucket % EACH) << shift;
    }
}
