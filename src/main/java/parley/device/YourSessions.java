package parley.device;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import org.jdbi.v3.core.Handle;
import parley.database.Transaction;
import parley.live.Live;
import parley.page.Problem;
import parley.session.SessionId;
import parley.session.Sessions;
import parley.user.UserContext;
import parley.user.Users;

/** The open tabs and devices of one user. */
public final class YourSessions {

    /** What the page says of a user's sessions depends on this topic. */
    public static final String TOPIC = "sessions";

    /** Nobody reads a longer list, and each of its sessions has one. */
    private static final int SHOWN = 100;

    private final Sessions sessions;
    private final Users users;
    private final Live live;

    public YourSessions(Sessions sessions, Users users, Live live) {
        this.sessions = sessions;
        this.users = users;
        this.live = live;
    }

    /** The one that asks first, then the newest. */
    public List<YourSession> of(UserContext context) {
        var here = context.session().session();
        var listed = context.handle().createQuery("""
                select s.id, s.device, s.created_at, s.seen_at from session_users u join sessions s on s.id = u.session_id
                where u.user_id = :user
                order by case when s.id = :here then 0 else 1 end, s.created_at desc, s.id
                fetch first :shown rows only""")
                .bind("user", context.user().id()).bind("here", here.hash()).bind("shown", SHOWN)
                .map((row, mapping) -> yourSession(row, here)).list();
        return listed.isEmpty() ? List.of(unstored(context)) : listed;
    }

    private YourSession yourSession(ResultSet row, SessionId here) throws SQLException {
        var session = new SessionId(row.getString("id"));
        boolean isHere = session.equals(here);
        return new YourSession(YourSession.handle(session), row.getString("device"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("seen_at", OffsetDateTime.class).toInstant(),
                isHere || live.owners().contains(session.hash()), isHere);
    }

    /** Somebody who has done nothing yet has no row. */
    private static YourSession unstored(UserContext context) {
        var session = context.session();
        return new YourSession(YourSession.handle(session.session()), session.device(), null, null, true, true);
    }

    /**
     * Ends one of the others.
     *
     * @throws Problem 404 if the user has no session of that name
     */
    void end(UserContext context, String handle) {
        var named = others(context).stream().filter(session -> YourSession.handle(session).equals(handle)).findFirst()
                .orElseThrow(() -> Problem.notFound("No other session of yours has that name. Perhaps it has ended."));
        sessions.end(context.transaction(), named);
    }

    void endOthers(UserContext context) {
        others(context).forEach(session -> sessions.end(context.transaction(), session));
    }

    private List<SessionId> others(UserContext context) {
        return users.sessions(context.handle(), context.user()).stream()
                .filter(session -> !session.equals(context.session().session())).toList();
    }

    /** Tells the sessions of the same user once it is on disk: {@link Sessions#onChange}. */
    public void changed(Transaction transaction, SessionId session) {
        ofSameUser(transaction.handle(), List.of(session.hash()))
                .forEach(other -> transaction.afterCommit(() -> live.wakeOwn(other, TOPIC)));
    }

    /** The sessions of those users who have more than one, by one query. */
    static List<String> ofSameUser(Handle handle, List<String> sessions) {
        return handle.createQuery("""
                select distinct other.session_id from session_users one
                join session_users other on other.user_id = one.user_id and other.session_id <> one.session_id
                where one.session_id = any(:sessions)""")
                .bindArray("sessions", String.class, sessions).mapTo(String.class).list();
    }
}
