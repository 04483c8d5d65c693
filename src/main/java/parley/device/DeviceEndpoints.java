package parley.device;

import io.javalin.http.Handler;
import parley.page.Html;
import parley.session.Answer;
import parley.session.Wrapper;
import parley.templates.Templates;
import parley.user.UserContext;

/** A user's sessions over HTTP: listed, and ended. */
public final class DeviceEndpoints {

    private final YourSessions sessions;
    private final Wrapper<UserContext> asReader;
    private final Templates templates;

    /** @param asReader suffices to end sessions, too: whoever has none but this one need not become anybody for it */
    public DeviceEndpoints(YourSessions sessions, Wrapper<UserContext> asReader, Templates templates) {
        this.sessions = sessions;
        this.asReader = asReader;
        this.templates = templates;
    }

    public Handler list() {
        return asReader.query(http -> null, (context, nothing) -> answer(context));
    }

    public Handler end() {
        return asReader.mutation(http -> http.pathParam("session"), this::end);
    }

    private Answer end(UserContext context, String handle) {
        sessions.end(context, handle);
        return answer(context);
    }

    public Handler endOthers() {
        return asReader.mutation(http -> null, (context, nothing) -> endOthers(context));
    }

    private Answer endOthers(UserContext context) {
        sessions.endOthers(context);
        return answer(context);
    }

    private Answer answer(UserContext context) {
        var left = sessions.of(context);
        return http -> Html.answer(http, templates.deviceSessions(left));
    }
}
