package parley.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;

/** What is used up in a span of time: by the server, by the load generator, and by everything else on the machine. */
final class Watch {

    private record Moment(long at, double server, double own, double machine, long delivered, long answered,
            long bytes) {

        static Moment now(Crowd crowd) {
            var tally = crowd.tally();
            return new Moment(System.nanoTime(), crowd.server().cpu(), ownCpu(), machineCpu(), tally.delivered,
                    tally.answered,
                    tally.bytes);
        }
    }

    private final Crowd crowd;
    private final Moment begin;
    private final int firstMessage;
    private Moment end;

    /** Begins. */
    Watch(Crowd crowd) {
        this.crowd = crowd;
        this.firstMessage = crowd.messages().count();
        crowd.tally().untilDelivered.clear();
        crowd.tally().untilAnswered.clear();
        this.begin = Moment.now(crowd);
    }

    Watch stop() {
        end = Moment.now(crowd);
        return this;
    }

    double seconds() {
        return (end.at - begin.at) / 1e9;
    }

    /** Seconds. */
    double serverCpu() {
        return end.server - begin.server;
    }

    long delivered() {
        return end.delivered - begin.delivered;
    }

    long answered() {
        return end.answered - begin.answered;
    }

    double bytesEach() {
        return (double) (end.bytes - begin.bytes) / delivered();
    }

    Histogram untilLast() {
        return crowd.messages().untilLast(firstMessage);
    }

    /** Who used how many cores: where the load generator used a whole one, it was the limit. */
    Figures cores(Figures figures) {
        double own = end.own - begin.own;
        double other = end.machine - begin.machine - own - serverCpu();
        return figures.with("server cores", serverCpu() / seconds()).with("generator cores", own / seconds())
                .with("other cores", Math.max(0, other / seconds()));
    }

    private static double ownCpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis() / 1e3;
    }

    /** User, nice, system, irq, soft irq: all but idle and waiting. */
    private static double machineCpu() {
        try (var lines = Files.lines(Path.of("/proc/stat"))) {
            String[] ticks = lines.findFirst().orElseThrow().split(" +");
            return IntStream.of(1, 2, 3, 6, 7).mapToDouble(i -> Double.parseDouble(ticks[i])).sum() / 100;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
