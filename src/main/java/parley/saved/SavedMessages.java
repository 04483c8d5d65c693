package parley.saved;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import parley.database.Transaction;
import parley.live.Live;
import parley.page.Problem;
import parley.room.Members;
import parley.room.Membership;
import parley.session.Paging;
import parley.session.SessionId;
import parley.user.User;
import parley.user.UserContext;

/** The messages that sessions saved to find them again. One in a room that its user may not enter (any more) is kept, and not shown. */
public final class SavedMessages {

    /** Touched when a session saves a message, or takes one out. */
    public static final String TOPIC = "saved";

    /** The address of the list. */
    public static final String PATH = "/saved";

    private static final int PAGE = 20;
    private static final int MOST = 500;

    private static final String FROM = """
            from saved s join messages m on m.room_id = s.room_id and m.posted = s.posted
            join rooms r on r.id = s.room_id join users u on u.id = m.author_id
            where s.session_id = :session and\s""" + Members.MAY_ENTER;

    private static final RowMapper<SavedMessage> SAVED = (row, context) -> new SavedMessage(row.getLong("id"),
            row.getString("client_key"), row.getString("slug"), row.getString("room"),
            new User(row.getString("author_id"), row.getString("name"), row.getString("avatar")),
            row.getString("body"));

    private final Live live;

    public SavedMessages(Live live) {
        this.live = live;
    }

    /**
     * Saves a message of the room. Twice is as good as once.
     *
     * @throws Problem 404 if the room has none with this key, 422 if the session has saved too many
     */
    void add(Membership context, String key) {
        var handle = context.handle();
        var session = session(context.context());
        if (count(handle, session) >= MOST) {
            throw Problem.invalid("You have saved %d messages, which is as many as are kept. Take some out first."
                    .formatted(MOST));
        }
        handle.createUpdate("""
                insert into saved (session_id, room_id, posted)
                select :session, room_id, posted from messages where room_id = :room and client_key = :key
                on conflict do nothing""")
                .bind("session", session.hash()).bind("room", context.room().id()).bind("key", key).execute();
        require(handle, context.room().id(), key);
        touch(context.transaction(), session);
    }

    private static long count(Handle handle, SessionId session) {
        return handle.createQuery("select count(*) from saved where session_id = :session")
                .bind("session", session.hash()).mapTo(Long.class).one();
    }

    private static void require(Handle handle, long room, String key) {
        handle.createQuery("select 1 from messages where room_id = :room and client_key = :key").bind("room", room)
                .bind("key", key).mapTo(Integer.class).findOne()
                .orElseThrow(() -> Problem.notFound("This room has no such message."));
    }

    void remove(Membership context, String key) {
        var session = session(context.context());
        context.handle().createUpdate("""
                delete from saved where session_id = :session and room_id = :room
                and posted = (select posted from messages where room_id = :room and client_key = :key)""")
                .bind("session", session.hash()).bind("room", context.room().id()).bind("key", key).execute();
        touch(context.transaction(), session);
    }

    private void touch(Transaction transaction, SessionId session) {
        transaction.afterCommit(() -> live.wakeOwn(session.hash(), TOPIC));
    }

    /** Those from where the paging is, and how it goes on. */
    public SavedList list(UserContext context, Paging paging) {
        long before = paging.after().isEmpty() ? Long.MAX_VALUE : Long.parseLong(paging.after());
        var found = context.handle().createQuery("select s.id, m.client_key, m.author_id, m.body, u.name, u.avatar, "
                + "r.slug, r.name as room " + FROM
                + " and s.id < :before order by s.id desc fetch first :most rows only")
                .bind("session", session(context).hash()).bind("user", context.user().id()).bind("before", before)
                .bind("most", PAGE + 1).map(SAVED).list();
        if (found.size() <= PAGE) {
            return new SavedList(found, "");
        }
        return new SavedList(found.subList(0, PAGE), paging.next(String.valueOf(found.get(PAGE - 1).id())));
    }

    /** The keys of all of them: by these a page marks its messages. */
    public List<String> keys(UserContext context) {
        return context.handle().createQuery("select m.client_key " + FROM + " order by s.id")
                .bind("session", session(context).hash()).bind("user", context.user().id()).mapTo(String.class).list();
    }

    /** A duplicated tab has saved the same: {@link parley.session.Sessions#onFork}. */
    public void forked(Transaction transaction, SessionId from, SessionId to) {
        transaction.handle().createUpdate("""
                insert into saved (session_id, room_id, posted)
                select :to, room_id, posted from saved where session_id = :from order by id""")
                .bind("from", from.hash()).bind("to", to.hash()).execute();
    }

    private static SessionId session(UserContext context) {
        return context.session().session();
    }
}
