package parley.passkey;

import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.util.Base64UrlUtil;
import java.util.Arrays;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import parley.live.Live;
import parley.page.Problem;
import parley.session.SessionContext;
import parley.user.User;
import parley.user.UserContext;
import parley.user.Users;

/** The passkeys that keep users. */
public final class Passkeys {

    /** What the page says of the session's account depends on this topic. */
    public static final String TOPIC = "account";

    private static final RowMapper<Passkey> PASSKEY = (row, context) -> new Passkey(row.getString("id"),
            row.getString("user_id"), row.getString("data"), row.getLong("counter"));

    private final Users users;
    private final Live live;

    public Passkeys(Users users, Live live) {
        this.users = users;
        this.live = live;
    }

    /** Keeps the session's user by the passkey that was made for them. */
    void keep(UserContext context, Answered<RegistrationData> answered) {
        var made = answered.by(context.session().session());
        add(context, Verifier.get().verify(made, context.user().id(), answered.site()));
        users.sessions(context.handle(), context.user()).forEach(
                session -> context.transaction().afterCommit(() -> live.wakeOwn(session.hash(), TOPIC)));
    }

    private static void add(UserContext context, Passkey passkey) {
        int added = context.handle().createUpdate("""
                insert into passkeys (id, user_id, data, counter, label) values (:id, :user, :data, :counter, :label)
                on conflict do nothing""")
                .bind("id", passkey.id()).bind("user", passkey.user()).bind("data", passkey.data())
                .bind("counter", passkey.counter()).bind("label", context.session().device()).execute();
        if (added == 0) {
            throw new Problem(409, "This passkey keeps a name already. Sign in with it.");
        }
    }

    /** Makes the session the user whom the passkey keeps. What it wrote as an anonymous user comes along if the person wants that. */
    void signIn(SessionContext context, SignIn signIn) {
        var user = users.named(context.handle(), user(context, signIn.assertion()));
        users.become(context, user, signIn.bring());
    }

    private static String user(SessionContext context, Answered<AuthenticationData> answered) {
        var used = answered.by(context.session());
        var passkey = named(context.handle(), Base64UrlUtil.encodeToString(used.getCredentialId()));
        long counter = Verifier.get().verify(used, passkey, answered.site());
        context.handle().createUpdate("update passkeys set counter = :counter where id = :id")
                .bind("counter", counter).bind("id", passkey.id()).execute();
        return passkey.user();
    }

    private static Passkey named(Handle handle, String id) {
        return handle.createQuery("select * from passkeys where id = :id").bind("id", id).map(PASSKEY).findOne()
                .orElseThrow(() -> Problem.notFound(
                        "Parley does not know this passkey any more. Use another, or keep your name with a new one."));
    }

    /** The IDs of the user's passkeys. */
    List<String> of(Handle handle, User user) {
        return handle.createQuery("select id from passkeys where user_id = :user order by created_at")
                .bind("user", user.id()).mapTo(String.class).list();
    }

    /** Whether a passkey keeps the user. */
    public boolean keeps(UserContext context) {
        return !of(context.handle(), context.user()).isEmpty();
    }
}
