package parley.user;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import parley.database.Transaction;
import parley.session.SessionContext;
import parley.session.SessionId;
import parley.session.Sessions;

/** Everybody: the stored users, and those that sessions without a user would become. */
public final class Users {

    /** Told in the transaction that renames a user. */
    @FunctionalInterface
    public interface Renamed {

        void renamed(Transaction transaction, User user);
    }

    private static final RowMapper<User> USER = (row, context) -> new User(row.getString("id"), row.getString("name"),
            row.getString("avatar"));

    private final Suggestions suggestions = new Suggestions();
    private final List<Renamed> listeners = new ArrayList<>();

    /** Runs the listener whenever somebody is renamed; to be called while the application is put together. */
    public void onRename(Renamed listener) {
        listeners.add(listener);
    }

    /** A step for queries: the session's user, or the one it would become. Makes no row. */
    public UserContext seen(SessionContext context) {
        return new UserContext(context, of(context.handle(), context.session()));
    }

    /** A step for mutations: the session's user, made now if there is none. */
    public UserContext made(SessionContext context) {
        var user = stored(context.handle(), context.session()).orElseGet(() -> make(Sessions.made(context)));
        return new UserContext(context, user);
    }

    private User make(SessionContext context) {
        var user = suggestions.user(context.handle(), context.session());
        context.handle().createUpdate("insert into users (id, name, avatar) values (:id, :name, :avatar)")
                .bindMethods(user).execute();
        context.handle().createUpdate("insert into session_users (session_id, user_id) values (:session, :user)")
                .bind("session", context.session().hash()).bind("user", user.id()).execute();
        return user;
    }

    User rename(UserContext context, Name name) {
        var renamed = context.user().named(name.text());
        if (!renamed.equals(context.user())) {
            context.handle().createUpdate("update users set name = :name where id = :id").bindMethods(renamed)
                    .execute();
            listeners.forEach(listener -> listener.renamed(context.transaction(), renamed));
        }
        return renamed;
    }

    private User of(Handle handle, SessionId session) {
        return stored(handle, session).orElseGet(() -> suggestions.user(handle, session));
    }

    private static Optional<User> stored(Handle handle, SessionId session) {
        return handle.createQuery(
                "select u.* from session_users s join users u on u.id = s.user_id where s.session_id = :session")
                .bind("session", session.hash()).map(USER).findOne();
    }

    /** The users of many sessions by one query. */
    public Map<SessionId, User> of(Handle handle, Collection<SessionId> sessions) {
        var users = new HashMap<SessionId, User>();
        handle.createQuery(
                "select s.session_id, u.* from session_users s join users u on u.id = s.user_id where s.session_id = any(:sessions)")
                .bindArray("sessions", String.class, sessions.stream().map(SessionId::hash).toArray())
                .map((row, context) -> users.put(new SessionId(row.getString("session_id")), USER.map(row, context)))
                .list();
        sessions.forEach(session -> users.computeIfAbsent(session, missing -> suggestions.user(handle, missing)));
        return users;
    }
}
