package parley.e2e.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** The messages that somebody has before them, in the room's order. */
final class Transcript {

    record Line(String key, long posted, long revision, String author, String text) {

        private static Line from(Element article) {
            return new Line(
                    article.id().replaceFirst("^message-", ""),
                    Long.parseLong(article.attr("data-posted")),
                    Long.parseLong(article.attr("data-revision")),
                    article.attr("data-author"),
                    article.selectFirst(".body").wholeText());
        }
    }

    private final TreeMap<Long, Line> lines = new TreeMap<>();

    /** As a page does: what is there already is replaced, unless it is newer; the rest goes where its number says. */
    synchronized Transcript add(String fragments) {
        Jsoup.parseBodyFragment(fragments).select("article").stream().map(Line::from).forEach(this::put);
        notifyAll();
        return this;
    }

    synchronized void clear() {
        lines.clear();
    }

    synchronized List<Line> lines() {
        return new ArrayList<>(lines.values());
    }

    /** Gives up after a time; what is there then is for the test to judge. */
    synchronized void awaitLast(long posted, Duration patience) throws InterruptedException {
        var end = System.nanoTime() + patience.toNanos();
        while ((lines.isEmpty() || lines.lastKey() < posted) && System.nanoTime() < end) {
            wait(100);
        }
    }

    private void put(Line line) {
        var there = lines.put(line.posted(), line);
        if (there != null && there.revision() > line.revision()) {
            lines.put(there.posted(), there);
        }
    }
}
