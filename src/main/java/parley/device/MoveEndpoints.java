package parley.device;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import parley.page.Assets;
import parley.page.Attempts;
import parley.page.Form;
import parley.page.Html;
import parley.session.Answer;
import parley.session.Secret;
import parley.session.SessionContext;
import parley.session.SessionIds;
import parley.session.Wrapper;
import parley.templates.Templates;
import parley.user.UserContext;
import parley.user.Users;

/** Moving to another device over HTTP: a link is made here, and followed there. */
public final class MoveEndpoints {

    /** Where a device finds only itself. */
    private static final Pattern LOOPBACK = Pattern.compile("https?://(localhost|127\\.[\\d.]+|\\[::1\\])(:\\d+)?");

    private final Attempts attempts = new Attempts(20, Duration.ofMinutes(1));
    private final Moves moves;
    private final Users users;
    private final Wrapper<SessionContext> session;
    private final SessionIds ids;
    private final Assets assets;
    private final Templates templates;

    public MoveEndpoints(Moves moves, Users users, Wrapper<SessionContext> session, SessionIds ids, Assets assets,
            Templates templates) {
        this.moves = moves;
        this.users = users;
        this.session = session;
        this.ids = ids;
        this.assets = assets;
        this.templates = templates;
    }

    public Handler open() {
        return session.with(users::made).mutation(MoveEndpoints::site, this::open);
    }

    /** Where the page comes from by its own word, which {@link parley.page.Guard} has compared with the host that was asked. */
    private static String site(Context http) {
        return Optional.ofNullable(http.header(Header.ORIGIN)).orElseGet(() -> http.scheme() + "://" + http.host());
    }

    /** The secret is behind the #: browsers keep that to themselves, so no server log and no referrer has it. */
    private Answer open(UserContext context, String site) {
        String link = site + "/move#" + moves.open(context).text();
        return http -> Html.answer(http.status(HttpStatus.CREATED),
                templates.deviceMove(link, QrPicture.of(link), isLoopback(site)));
    }

    static boolean isLoopback(String site) {
        return LOOPBACK.matcher(site).matches();
    }

    /** Where a link leads. The same for every link. */
    public void page(Context http) {
        Html.answer(http, templates.deviceArrival(assets, ids));
    }

    public Handler ask() {
        return attempts.limit(session.with(users::seen)
                .query(http -> new Secret(Form.of(http).text("secret")), this::ask));
    }

    private Answer ask(UserContext context, Secret secret) {
        var user = moves.whom(context.transaction(), secret);
        boolean isSomebody = !users.sessions(context.handle(), context.user()).isEmpty();
        return http -> Html.answer(http, templates.deviceQuestion(user, context.user(), isSomebody));
    }

    public Handler go() {
        return attempts.limit(session.refresh(Arrival::of, this::go));
    }

    private Answer go(SessionContext context, Arrival arrival) {
        moves.go(context, arrival);
        return http -> http.status(HttpStatus.NO_CONTENT);
    }
}
