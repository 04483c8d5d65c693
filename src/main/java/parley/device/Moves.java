package parley.device;

import org.jdbi.v3.core.Handle;
import parley.database.Transaction;
import parley.page.Problem;
import parley.session.Secret;
import parley.session.SessionContext;
import parley.session.SessionId;
import parley.user.User;
import parley.user.UserContext;
import parley.user.Users;

/** The ways for users to another device. Each is good once, and for five minutes by the database's clock. */
public final class Moves {

    private static final String REMEDY = " Make another where you are yourself: Your sessions, Move to another device.";

    private record Move(SessionId from, boolean used, boolean late) {}

    private final Users users;

    public Moves(Users users) {
        this.users = users;
    }

    /** Opens a way for whoever the session is. The one of before is closed. */
    Secret open(UserContext context) {
        var secret = Secret.fresh();
        var session = context.session().session();
        close(context.transaction(), session);
        context.handle().createUpdate("""
                insert into moves (session_id, secret, good_until)
                values (:session, :secret, current_timestamp + interval '5' minute)""")
                .bind("session", session.hash()).bind("secret", secret.hash()).execute();
        return secret;
    }

    /**
     * Closes what the session opened: {@link parley.session.Sessions#onChange}. Whoever has the link may become what the session was,
     * not what it is now.
     */
    public void close(Transaction transaction, SessionId session) {
        transaction.handle().createUpdate("delete from moves where session_id = :session")
                .bind("session", session.hash()).execute();
    }

    /**
     * Whom it would bring.
     *
     * @throws Problem 404 if there is no such way, 410 if it is not good any more
     */
    User whom(Transaction transaction, Secret secret) {
        var move = named(transaction.handle(), secret);
        if (move.used()) {
            throw used();
        }
        if (move.late()) {
            throw new Problem(410, "This link was good for five minutes, which are over." + REMEDY);
        }
        return users.seen(new SessionContext(move.from(), transaction)).user();
    }

    private static Move named(Handle handle, Secret secret) {
        return handle.createQuery("""
                select session_id, used, good_until <= current_timestamp as late from moves where secret = :secret""")
                .bind("secret", secret.hash())
                .map((row, any) -> new Move(new SessionId(row.getString("session_id")), row.getBoolean("used"),
                        row.getBoolean("late")))
                .findOne().orElseThrow(() -> new Problem(404,
                        "This link leads nowhere: it was not copied whole, or there is a newer one." + REMEDY));
    }

    private static Problem used() {
        return new Problem(410, "This link has been used, and is good only once." + REMEDY);
    }

    /**
     * Makes the session the user whom it brings.
     *
     * @throws Problem as {@link #whom}
     */
    void go(SessionContext context, Arrival arrival) {
        var user = whom(context.transaction(), arrival.secret());
        int used = context.handle().createUpdate("update moves set used = true where secret = :secret and not used")
                .bind("secret", arrival.secret().hash()).execute();
        if (used == 0) {
            throw used();
        }
        users.become(context, user, arrival.bring());
    }

    /** Forgets those that were over a day ago: {@link parley.session.Aging#sweeping}. */
    public void sweep(Transaction transaction) {
        transaction.handle().execute("delete from moves where good_until < current_timestamp - interval '1' day");
    }
}
