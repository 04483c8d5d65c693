package parley.look;

import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import parley.page.Form;
import parley.session.Answer;
import parley.session.SessionContext;
import parley.session.SessionData;
import parley.session.SessionData.Piece;
import parley.session.Wrapper;

/** The session's look over HTTP. */
public final class LookEndpoints {

    /** The piece of the session's document that it is kept in. */
    public static final Piece<Scheme> LOOK = new Piece<>("look", Scheme.SYSTEM, Scheme::word, Scheme::of);

    private final SessionData data;
    private final Wrapper<SessionContext> wrapper;

    /** @param wrapper makes the session on need */
    public LookEndpoints(SessionData data, Wrapper<SessionContext> wrapper) {
        this.data = data;
        this.wrapper = wrapper;
    }

    public Handler choose() {
        return wrapper.mutation(http -> Form.of(http).read(form -> form.field("look", Scheme::of)), this::choose);
    }

    private Answer choose(SessionContext context, Scheme scheme) {
        data.patch(context, LOOK, before -> scheme);
        return http -> http.status(HttpStatus.NO_CONTENT);
    }
}
