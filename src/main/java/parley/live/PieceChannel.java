package parley.live;

import java.util.Arrays;

/** Delivers a piece of the page: rendered once, sent only if its HTML has changed. */
final class PieceChannel extends Channel {

    private final Topic.Piece piece;
    private byte[] html = {};
    private Payload payload;

    PieceChannel(Topic.Piece piece) {
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
    void pass() {
        if (render()) {
            send(payload);
        }
    }

    private boolean render() {
        byte[] now = piece.render().get();
        if (payload != null && Arrays.equals(now, html)) {
            return false;
        }
        html = now;
        payload = Payload.piece(now);
        return true;
    }
}
