package parley.passkey;

import com.webauthn4j.data.RegistrationData;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import parley.page.Attempts;
import parley.page.Form;
import parley.session.Answer;
import parley.session.SessionContext;
import parley.session.Wrapper;
import parley.user.UserContext;
import parley.user.Users;

/**
 * Passkeys over HTTP: made to keep the session's user, and used to become that user again. In both the browser first asks for
 * options, with a challenge, and the session gets another ID.
 */
public final class PasskeyEndpoints {

    private final Challenges challenges = new Challenges();
    private final Attempts attempts = new Attempts(20, Duration.ofMinutes(1));

    /** A challenge takes the place of the oldest when there are too many: one network must not ask for all of them. */
    private final Attempts askings = new Attempts(600, Duration.ofMinutes(1));

    private final Passkeys passkeys;
    private final Wrapper<SessionContext> session;
    private final Wrapper<UserContext> asReader;
    private final Wrapper<UserContext> asUser;

    public PasskeyEndpoints(Passkeys passkeys, Users users, Wrapper<SessionContext> session) {
        this.passkeys = passkeys;
        this.session = session;
        this.asReader = session.with(users::seen);
        this.asUser = session.with(users::made);
    }

    public Handler creationOptions() {
        return askings.limitAll(asReader.query(Site::of, this::creationOptions));
    }

    private Answer creationOptions(UserContext context, Site site) {
        var made = passkeys.of(context.handle(), context.user());
        var challenge = challenges.ask(context.session().session());
        return json(Options.creation(challenge, site, context.user(), made));
    }

    public Handler make() {
        return attempts.limit(asUser.refresh(this::registration, this::make));
    }

    private Answered<RegistrationData> registration(Context http) {
        var made = Verifier.get().registration(Form.of(http).text("passkey"));
        return new Answered<>(made, Site.of(http), challenges.take(made.getCollectedClientData().getChallenge()));
    }

    private Answer make(UserContext context, Answered<RegistrationData> made) {
        passkeys.keep(context, made);
        return http -> http.status(HttpStatus.NO_CONTENT);
    }

    public Handler requestOptions() {
        return askings.limitAll(session.query(Site::of, this::requestOptions));
    }

    private Answer requestOptions(SessionContext context, Site site) {
        return json(Options.request(challenges.ask(context.session()), site));
    }

    public Handler signIn() {
        return attempts.limit(session.refresh(this::signIn, this::signIn));
    }

    private SignIn signIn(Context http) {
        var form = Form.of(http);
        var used = Verifier.get().assertion(form.text("passkey"));
        var asked = challenges.take(used.getCollectedClientData().getChallenge());
        return new SignIn(new Answered<>(used, Site.of(http), asked), form.text("bring").equals("true"));
    }

    private Answer signIn(SessionContext context, SignIn signIn) {
        passkeys.signIn(context, signIn);
        return http -> http.status(HttpStatus.NO_CONTENT);
    }

    private static Answer json(Object options) {
        return http -> http.contentType("application/json").result(Verifier.get().json(options));
    }
}
