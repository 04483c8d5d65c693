package parley.live;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;

/** Delivers a piece of the page: run once a change, rendered if the data has changed, sent if the HTML has. */
final class PieceChannel<T> implements Channel {

    /**
     * Ten thousand tabs come back one after the other; telling each of them of each other would be a hundred million frames. Telling a
     * tab takes some ten microseconds, so a piece takes at most a fiftieth of the dispatcher's time.
     */
    private static final Duration REST_A_TAB = Duration.ofNanos(500_000);

    private final Topic.Piece<T> piece;
    private final Meters meters;
    private final Set<Tab> listeners = new LinkedHashSet<>();
    private T data;
    private byte[] html = {};
    private Payload payload;
    private Long changedSince;

    PieceChannel(Topic.Piece<T> piece, Meters meters) {
        this.piece = piece;
        this.meters = meters;
    }

    @Override
    public void join(Tab tab) {
        if (payload == null) {
            renew();
        }
        tab.send(payload);
        listeners.add(tab);
    }

    @Override
    public boolean leave(Tab tab) {
        listeners.remove(tab);
        return !listeners.isEmpty();
    }

    @Override
    public Duration rest() {
        return REST_A_TAB.multipliedBy(listeners.size());
    }

    @Override
    public void refresh(long since) {
        if (renew()) {
            changedSince = since;
        }
    }

    @Override
    public boolean deliver() {
        if (changedSince != null) {
            listeners.forEach(tab -> tab.send(payload));
            meters.sent("piece", listeners.size(), payload);
            meters.sentPiece(piece.query(), listeners.size());
            meters.delivered(changedSince);
            changedSince = null;
        }
        return false;
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
