package parley.saved;

import java.util.List;
import org.jdbi.v3.core.statement.SqlStatement;
import parley.database.Transaction;
import parley.live.Live;
import parley.room.Membership;
import parley.session.SessionContext;
import parley.session.SessionId;

/** What sessions have typed and not sent, one text a room. */
public final class Drafts {

    /** Touched when one changes. */
    public static final String TOPIC = "drafts";

    /** Whatever changes last is among them, so more than a few are read only by who was away long. */
    private static final int NEWEST = 8;

    private final Live live;

    public Drafts(Live live) {
        this.live = live;
    }

    /** Keeps the text, and tells its version. */
    long keep(Membership context, String body) {
        var before = of(context);
        if (body.equals(before.body())) {
            return before.version();
        }
        long version = next(context);
        if (!update(context, body, version)) {
            insert(context, body, version);
        }
        String owner = session(context).hash();
        context.transaction().afterCommit(() -> live.wakeOwn(owner, TOPIC));
        return version;
    }

    private static long next(Membership context) {
        return context.handle()
                .createQuery("select coalesce(max(version), 0) + 1 from drafts where session_id = :session")
                .bind("session", session(context).hash()).mapTo(Long.class).one();
    }

    private static boolean update(Membership context, String body, long version) {
        return bind(context, context.handle().createUpdate("""
                update drafts set body = :body, version = :version where session_id = :session and room_id = :room"""))
                .bind("body", body).bind("version", version).execute() > 0;
    }

    private static void insert(Membership context, String body, long version) {
        bind(context, context.handle().createUpdate("""
                insert into drafts (session_id, room_id, body, version) values (:session, :room, :body, :version)
                on conflict do nothing""")).bind("body", body).bind("version", version).execute();
    }

    /** The one for the room. */
    public Draft of(Membership context) {
        String slug = context.room().slug();
        return bind(context, context.handle().createQuery(
                "select body, version from drafts where session_id = :session and room_id = :room"))
                .map((row, any) -> new Draft(slug, row.getString("body"), row.getLong("version"))).findOne()
                .orElse(new Draft(slug, "", 0));
    }

    /** Those that changed last, the empty ones too. */
    public List<Draft> newest(SessionContext context) {
        return context.handle().createQuery("""
                select r.slug, d.body, d.version from drafts d join rooms r on r.id = d.room_id
                where d.session_id = :session order by d.version desc fetch first :most rows only""")
                .bind("session", context.session().hash()).bind("most", NEWEST)
                .map((row, any) -> new Draft(row.getString("slug"), row.getString("body"), row.getLong("version")))
                .list();
    }

    /** A duplicated tab begins with the same: {@link parley.session.Sessions#onFork}. */
    public void forked(Transaction transaction, SessionId from, SessionId to) {
        transaction.handle().createUpdate("""
                insert into drafts (session_id, room_id, body, version)
                select :to, room_id, body, version from drafts where session_id = :from""")
                .bind("from", from.hash()).bind("to", to.hash()).execute();
    }

    private static <S extends SqlStatement<S>> S bind(Membership context, S statement) {
        return statement.bind("session", session(context).hash()).bind("room", context.room().id());
    }

    private static SessionId session(Membership context) {
        return context.context().session().session();
    }
}
