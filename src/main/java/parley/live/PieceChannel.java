package parley.live;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;

/**
 * Delivers a piece of the page: run once a change, rendered if the data has changed, sent if the HTML has. It goes to some of the tabs
 * at a time, with a rest in between, for a piece may be late and what is said in the rooms may not.
 */
final class PieceChannel<T> implements Channel {

    /**
     * Ten thousand tabs come back one after the other; telling each of them of each other would be a hundred million frames. Telling a
     * tab takes some ten microseconds, so a piece takes at most a fiftieth of the dispatcher's time.
     */
    private static final Duration REST_A_TAB = Duration.ofNanos(500_000);

    private final Topic.Piece<T> piece;
    private final int mostTabs;
    private final Meters meters;

    /** The tabs that have the newest. */
    private Set<Tab> current = new LinkedHashSet<>();

    /** Those that do not have it yet; who waits longest is the first. */
    private Set<Tab> behind = new LinkedHashSet<>();

    private T data;
    private byte[] html = {};
    private Payload payload;
    private long restsUntil = System.nanoTime();

    /** @param mostTabs that are told at a time */
    PieceChannel(Topic.Piece<T> piece, int mostTabs, Meters meters) {
        this.piece = piece;
        this.mostTabs = mostTabs;
        this.meters = meters;
    }

    @Override
    public void join(Tab tab) {
        if (payload == null) {
            renew();
        }
        tab.send(payload);
        meters.sent("piece", 1, payload);
        current.add(tab);
    }

    @Override
    public boolean leave(Tab tab) {
        current.remove(tab);
        behind.remove(tab);
        return !current.isEmpty() || !behind.isEmpty();
    }

    @Override
    public Duration rest() {
        return Duration.ofNanos(restsUntil - System.nanoTime());
    }

    @Override
    public void refresh(long since) {
        if (renew()) {
            outdate();
        }
    }

    private void outdate() {
        if (behind.isEmpty()) {
            var nobody = behind;
            behind = current;
            current = nobody;
        } else {
            behind.addAll(current);
            current.clear();
        }
    }

    @Override
    public boolean deliver() {
        if (behind.isEmpty()) {
            return false;
        }
        var told = behind.stream().limit(mostTabs).toList();
        told.forEach(tab -> tab.send(payload));
        told.forEach(behind::remove);
        current.addAll(told);
        meters.sent("piece", told.size(), payload);
        meters.sentPiece(piece.query(), told.size());
        restsUntil = System.nanoTime() + REST_A_TAB.multipliedBy(told.size()).toNanos();
        return !behind.isEmpty();
    }

    /** Tells whether the HTML has changed. */
    private boolean renew() {
        T now = piece.run().get();
        meters.ran(piece.query());
        if (payload != null && Objects.equals(now, data)) {
            return false;
        }
        data = now;
        byte[] fresh = piece.render().apply(now);
        meters.rendered(piece.query());
        if (payload != null && Arrays.equals(fresh, html)) {
            return false;
        }
        html = fresh;
        payload = Payload.piece(fresh);
        return true;
    }
}
