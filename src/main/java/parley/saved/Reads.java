package parley.saved;

import java.util.List;
import parley.database.Transaction;
import parley.live.Live;
import parley.room.Members;
import parley.room.Membership;
import parley.session.SessionId;
import parley.user.UserContext;

/** How far sessions have read the rooms. */
public final class Reads {

    /** Touched when a session has read on. Not when there is more to read: a message would concern ten thousand sessions. */
    public static final String TOPIC = "reads";

    /** The newest by the whole key, and not by {@code max(posted)}, for which H2 would read all messages of the room. */
    static final String ALL = """
            select r.slug, d.posted, coalesce((
                select m.posted from messages m where m.room_id = r.id
                order by m.room_id desc, m.posted desc fetch first row only), 0) as newest
            from reads d join rooms r on r.id = d.room_id
            where d.session_id = :session and\s""" + Members.MAY_ENTER + " order by r.id";

    private final Live live;

    public Reads(Live live) {
        this.live = live;
    }

    /** Notes that the message of that number was seen, unless a newer one was. */
    void advance(Membership context, long posted) {
        if (execute(context, posted, """
                update reads set posted = :posted
                where session_id = :session and room_id = :room and posted < :posted""")
                || execute(context, posted, """
                        insert into reads (session_id, room_id, posted) values (:session, :room, :posted)
                        on conflict do nothing""")) {
            String owner = context.context().session().session().hash();
            context.transaction().afterCommit(() -> live.wakeOwn(owner, TOPIC));
        }
    }

    private static boolean execute(Membership context, long posted, String sql) {
        return context.handle().createUpdate(sql).bind("session", context.context().session().session().hash())
                .bind("room", context.room().id()).bind("posted", posted).execute() > 0;
    }

    /** For every room that the session has ever read and may enter. */
    public List<Read> all(UserContext context) {
        return context.handle().createQuery(ALL).bind("session", context.session().session().hash())
                .bind("user", context.user().id())
                .map((row, any) -> new Read(row.getString("slug"), row.getLong("posted"), row.getLong("newest")))
                .list();
    }

    /** A duplicated tab has read as far: {@link parley.session.Sessions#onFork}. */
    public void forked(Transaction transaction, SessionId from, SessionId to) {
        transaction.handle().createUpdate("""
                insert into reads (session_id, room_id, posted)
                select :to, room_id, posted from reads where session_id = :from""")
                .bind("from", from.hash()).bind("to", to.hash()).execute();
    }
}
