package parley.live;

import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;

/** Delivers a piece of the page: run once a change, rendered if the data has changed, sent if the HTML has. */
final class PieceChannel<T> extends Channel {

    /** Ten thousand tabs come back one after the other; telling each of them of each other would be a hundred million frames. */
    private static final Duration REST_A_TAB = Duration.ofNanos(100_000);

    private final Topic.Piece<T> piece;
    private T data;
    private byte[] html = {};
    private Payload payload;

    PieceChannel(Topic.Piece<T> piece, Meters meters) {
        super("piece", meters);
        this.piece = piece;
    }

    @Override
    void join(Tab tab) {
        if (payload == null) {
            refresh();
        }
        tab.send(payload);
        admit(tab);
    }

    @Override
    Duration rest() {
        return REST_A_TAB.multipliedBy(listeners());
    }

    @Override
    boolean pass() {
        boolean changed = refresh();
        if (changed) {
            send(payload);
            meters.sentPiece(piece.query(), listeners());
        }
        return changed;
    }

    /** Tells whether the HTML has changed. */
    private boolean refresh() {
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
