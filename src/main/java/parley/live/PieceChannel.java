package parley.live;

import java.util.Arrays;

/** Delivers a piece of the page: rendered once, sent only if its HTML has changed. */
final class PieceChannel extends Channel {

    private final Topic.Piece piece;
    private byte[] html = {};
    private Payload payload;

    PieceChannel(Topic.Piece piece, Meters meters) {
        super("piece", meters);
        this.piece = piece;
    }

    @Override
    void join(Tab tab) {
        if (payload == null) {
            render();
        }
        tab.send(payload);
        admit(tab);
    }

    @Override
    boolean pass() {
        boolean changed = render();
        if (changed) {
            send(payload);
        }
        return changed;
    }

    private boolean render() {
        byte[] now = piece.render().get();
        boolean same = payload != null && Arrays.equals(now, html);
        meters.rendered(piece.name(), !same);
        if (same) {
            return false;
        }
        html = now;
        payload = Payload.piece(now);
        return true;
    }
}
