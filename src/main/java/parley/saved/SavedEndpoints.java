package parley.saved;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import parley.page.Html;
import parley.room.Membership;
import parley.session.Answer;
import parley.session.Paging;
import parley.session.Wrapper;
import parley.templates.Templates;
import parley.user.UserContext;

/** Saved messages over HTTP. */
public final class SavedEndpoints {

    private final SavedMessages saved;
    private final Wrapper<UserContext> asReader;
    private final Wrapper<Membership> asKeeper;
    private final Templates templates;

    /** @param asKeeper makes the session on need, and lets it into the room */
    public SavedEndpoints(SavedMessages saved, Wrapper<UserContext> asReader, Wrapper<Membership> asKeeper,
            Templates templates) {
        this.saved = saved;
        this.asReader = asReader;
        this.asKeeper = asKeeper;
        this.templates = templates;
    }

    public Handler save() {
        return asKeeper.mutation(SavedEndpoints::key, this::save);
    }

    private Answer save(Membership context, String key) {
        saved.add(context, key);
        return SavedEndpoints::nothing;
    }

    public Handler remove() {
        return asKeeper.mutation(SavedEndpoints::key, this::remove);
    }

    private Answer remove(Membership context, String key) {
        saved.remove(context, key);
        return SavedEndpoints::nothing;
    }

    private static String key(Context http) {
        return http.pathParam("key");
    }

    /** Not 204: htmx takes that for "change nothing", and what was taken out of a list is to go from it. */
    private static void nothing(Context http) {
        Html.answer(http, new byte[0]);
    }

    public Handler list() {
        return asReader.paginated(http -> "", this::list);
    }

    private Answer list(UserContext context, String nothing, Paging paging) {
        var list = saved.list(context, paging);
        return http -> Html.answer(http, templates.savedItems(list));
    }
}
