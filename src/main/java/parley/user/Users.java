package parley.user;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import parley.database.Remembered;
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

    /** Told in the transaction that makes one user out of two. */
    @FunctionalInterface
    public interface Merged {

        void merged(Transaction transaction, User from, User to);
    }

    private static final int KNOWN = 10_000;

    private final Sessions sessions;

    /** Whose session it is. To look that up with each post would cost an eighth of the posts a second. */
    private final Remembered<SessionId, User> known = new Remembered<>(KNOWN);

    private final Suggestions suggestions = new Suggestions();
    private final List<Renamed> renamed = new ArrayList<>();
    private final List<Merged> merged = new ArrayList<>();
    private final List<String> keepers = new ArrayList<>();
    private final List<String> knowers = new ArrayList<>();

    public Users(Sessions sessions) {
        this.sessions = sessions;
        sessions.onFork(this::forked);
        sessions.onChange(known::forget);
    }

    /** Runs the listener whenever somebody is renamed; to be called while the application is put together. */
    public void onRename(Renamed listener) {
        renamed.add(listener);
    }

    /** Runs the listener whenever all that is one user's goes to another; to be called while the application is put together. */
    public void onMerge(Merged listener) {
        merged.add(listener);
    }

    /**
     * Keeps users without a session from being deleted while the query has a row; to be called while the application is put together.
     *
     * @param sql of a query about the user {@code u}
     */
    public void keptBy(String sql) {
        keepers.add(sql);
    }

    /**
     * Users of whom the query has a row can come back by it, so they are not anonymous; to be called while the application is put
     * together.
     *
     * @param sql of a query about the user {@code u}
     */
    public void knownBy(String sql) {
        knowers.add(sql);
        keptBy(sql);
    }

    /** Deletes the users that no session is and that left nothing behind. */
    public void sweep(Transaction transaction) {
        String kept = keepers.stream().map(sql -> " and not exists (" + sql + ")").collect(Collectors.joining());
        transaction.handle().execute("delete from users u where not exists "
                + "(select 1 from session_users s where s.user_id = u.id)" + kept);
    }

    /** A step for queries: the session's user, or the one it would become. Makes no row. */
    public UserContext seen(SessionContext context) {
        return new UserContext(context, of(context.handle(), context.session()));
    }

    /** A step for mutations: the session's user, made now if there is none. */
    public UserContext made(SessionContext context) {
        return new UserContext(context, known.get(context.session()).orElseGet(() -> storedOrMade(context)));
    }

    private User storedOrMade(SessionContext context) {
        var user = stored(context.handle(), context.session()).orElseGet(() -> make(context));
        known.put(context.transaction(), context.session(), user);
        return user;
    }

    private User make(SessionContext context) {
        sessions.made(context);
        var user = suggestions.user(context.handle(), context.session());
        context.handle().createUpdate("insert into users (id, name, avatar) values (:id, :name, :avatar)")
                .bindMethods(user).execute();
        link(context.handle(), context.session(), user);
        return user;
    }

    private static void link(Handle handle, SessionId session, User user) {
        handle.createUpdate("insert into session_users (session_id, user_id) values (:session, :user)")
                .bind("session", session.hash()).bind("user", user.id()).execute();
    }

    /** A duplicated tab is the same person. */
    private void forked(Transaction transaction, SessionId from, SessionId to) {
        var user = made(new SessionContext(from, transaction)).user();
        link(transaction.handle(), to, user);
    }

    User rename(UserContext context, Name name) {
        var user = context.user().named(name.text());
        if (!user.equals(context.user())) {
            context.handle().createUpdate("update users set name = :name where id = :id").bindMethods(user).execute();
            known.forget(context.transaction(), (session, same) -> same.id().equals(user.id()));
            renamed.forEach(listener -> listener.renamed(context.transaction(), user));
        }
        return user;
    }

    /**
     * Makes the session that user, from here on.
     *
     * @param bring whether all that it did as an anonymous user comes along
     */
    public void become(SessionContext context, User user, boolean bring) {
        sessions.made(context);
        var before = stored(context.handle(), context.session());
        sessions.changed(context.transaction(), context.session());
        context.handle().createUpdate("delete from session_users where session_id = :session")
                .bind("session", context.session().hash()).execute();
        link(context.handle(), context.session(), user);
        before.filter(other -> bring && !other.equals(user) && isAnonymous(context.handle(), other))
                .ifPresent(other -> merge(context.transaction(), other, user));
    }

    private boolean isAnonymous(Handle handle, User user) {
        return knowers.stream().noneMatch(sql -> handle.createQuery(
                "select count(*) from users u where u.id = :user and exists (" + sql + ")")
                .bind("user", user.id()).mapTo(Integer.class).one() > 0);
    }

    /** Gives all that is one user's to another, and forgets the first unless a session is still them. */
    private void merge(Transaction transaction, User from, User to) {
        merged.forEach(listener -> listener.merged(transaction, from, to));
        transaction.handle().createUpdate(
                "delete from users where id = :from and not exists (select 1 from session_users where user_id = :from)")
                .bind("from", from.id()).execute();
    }

    /** The sessions that are this user. */
    public List<SessionId> sessions(Handle handle, User user) {
        return handle.createQuery("select session_id from session_users where user_id = :user").bind("user", user.id())
                .mapTo(String.class).map(SessionId::new).list();
    }

    /** The user of that ID, who is known to exist. */
    public User named(Handle handle, String id) {
        return handle.createQuery("select * from users where id = :id").bind("id", id).map(USER).one();
    }

    private User of(Handle handle, SessionId session) {
        return stored(handle, session).orElseGet(() -> suggestions.user(handle, session));
    }

    private static Optional<User> stored(Handle handle, SessionId session) {
        return handle.createQuery(
                "select u.* from session_users s join users u on u.id = s.user_id where s.session_id = :session")
                .bind("session", session.hash()).map(USER).findOne();
    }

    /** The users of many sessions by two queries at most. */
    public Map<SessionId, User> of(Handle handle, Collection<SessionId> sessions) {
        var users = new HashMap<SessionId, User>();
        handle.createQuery(
                "select s.session_id, u.* from session_users s join users u on u.id = s.user_id where s.session_id = any(:sessions)")
                .bindArray("sessions", String.class, sessions.stream().map(SessionId::hash).toArray())
                .map((row, context) -> users.put(new SessionId(row.getString("session_id")), USER.map(row, context)))
                .list();
        var others = sessions.stream().filter(session -> !users.containsKey(session)).distinct().toList();
        users.putAll(suggestions.users(handle, others));
        return users;
    }
}
