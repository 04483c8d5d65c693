package parley.user;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import parley.page.Html;
import parley.session.Answer;
import parley.session.Wrapper;
import parley.templates.Templates;

/** The session's user over HTTP: its name can be changed. */
public final class UserEndpoints {

    private final Users users;
    private final Wrapper<UserContext> wrapper;
    private final Templates templates;

    public UserEndpoints(Users users, Wrapper<UserContext> wrapper, Templates templates) {
        this.users = users;
        this.wrapper = wrapper;
        this.templates = templates;
    }

    public Handler rename() {
        return wrapper.mutation(Name::of, this::rename);
    }

    public void avatar(Context http) {
        Avatar.show(http);
    }

    private Answer rename(UserContext context, Name name) {
        var user = users.rename(context, name);
        return http -> Html.answer(http, templates.userName(user));
    }
}
