package parley.saved;

import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import parley.room.Membership;
import parley.session.Answer;
import parley.session.Wrapper;

/** Drafts over HTTP. */
public final class DraftEndpoints {

    private static final String VERSION = "Draft-Version";

    private final Drafts drafts;
    private final Wrapper<Membership> asKeeper;

    /** @param asKeeper makes the session on need, and lets it into the room */
    public DraftEndpoints(Drafts drafts, Wrapper<Membership> asKeeper) {
        this.drafts = drafts;
        this.asKeeper = asKeeper;
    }

    public Handler keep() {
        return asKeeper.mutation(Draft::body, this::keep);
    }

    private Answer keep(Membership context, String body) {
        long version = drafts.keep(context, body);
        return http -> http.status(HttpStatus.NO_CONTENT).header(VERSION, String.valueOf(version));
    }
}
