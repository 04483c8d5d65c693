package parley;

import io.javalin.http.Handler;
import parley.live.Live;
import parley.page.Html;
import parley.session.SessionContext;
import parley.session.Wrapper;

/** The live pieces of the page that are the session's own, all at once: for a tab that begins, or was away. */
record OwnPieces(Live live, Wrapper<SessionContext> session) {

    Handler show() {
        return session.query(http -> null,
                (context, nothing) -> http -> Html.answer(http, live.ownPieces(context.session().hash())));
    }
}
