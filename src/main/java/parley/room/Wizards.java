package parley.room;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import org.jdbi.v3.core.statement.SqlStatement;
import parley.database.Transaction;
import parley.live.Live;
import parley.page.Problem;
import parley.session.SessionContext;
import parley.session.SessionId;

/** The rooms that sessions are making, one each. */
public final class Wizards {

    /** Touched when one goes on. */
    public static final String TOPIC = "wizard";

    /** How long one is kept that nobody goes on with, in time that the server runs. */
    private static final Duration KEPT = Duration.ofDays(1);

    private final Live live;

    public Wizards(Live live) {
        this.live = live;
    }

    /** The session's own. */
    public Wizard of(SessionContext context) {
        return bind(context, context.handle().createQuery("select * from wizards where session_id = :session"))
                .map((row, any) -> wizard(row)).findOne().orElse(Wizard.NOT_BEGUN);
    }

    private static Wizard wizard(ResultSet row) throws SQLException {
        return new Wizard(Wizard.Step.of(row.getString("step")), row.getString("name"),
                Entry.of(row.getString("entry")), new Look(row.getString("emoji"), row.getString("hue")));
    }

    /**
     * As above, for what goes on with it.
     *
     * @throws Problem 409 if nobody has begun, or not any more
     */
    Wizard begun(SessionContext context) {
        var wizard = of(context);
        if (!wizard.isBegun()) {
            throw new Problem(409,
                    "This room has been made or given up meanwhile. Cancel, and look whether it is in the list.");
        }
        return wizard;
    }

    /** @param context of a session that has its row: {@link parley.session.Sessions#made} */
    Wizard keep(SessionContext context, Wizard wizard) {
        if (store(context, wizard, """
                update wizards set step = :step, name = :name, entry = :entry, emoji = :emoji, hue = :hue,
                    since = (select minutes from session_clock) where session_id = :session""") == 0) {
            store(context, wizard, """
                    insert into wizards (session_id, step, name, entry, emoji, hue, since)
                    select :session, :step, :name, :entry, :emoji, :hue, minutes from session_clock""");
        }
        touch(context.transaction(), context.session());
        return wizard;
    }

    private static int store(SessionContext context, Wizard wizard, String sql) {
        return bind(context, context.handle().createUpdate(sql)).bind("step", wizard.step().word())
                .bind("name", wizard.name()).bind("entry", wizard.entry().word()).bindMethods(wizard.look())
                .execute();
    }

    void drop(SessionContext context) {
        bind(context, context.handle().createUpdate("delete from wizards where session_id = :session")).execute();
        touch(context.transaction(), context.session());
    }

    /** Forgets those that were abandoned: {@link parley.session.Aging#sweeping}. */
    public void sweep(Transaction transaction) {
        var abandoned = transaction.handle()
                .createQuery("select session_id from wizards, session_clock where since < minutes - :kept")
                .bind("kept", KEPT.toMinutes()).mapTo(String.class).map(SessionId::new).list();
        abandoned.forEach(session -> drop(new SessionContext(session, transaction)));
    }

    /** A duplicated tab goes on from where this one is, with a room of its own: {@link parley.session.Sessions#onFork}. */
    public void forked(Transaction transaction, SessionId from, SessionId to) {
        transaction.handle().createUpdate("""
                insert into wizards (session_id, step, name, entry, emoji, hue, since)
                select :to, step, name, entry, emoji, hue, since from wizards where session_id = :from""")
                .bind("from", from.hash()).bind("to", to.hash()).execute();
    }

    private void touch(Transaction transaction, SessionId session) {
        transaction.afterCommit(() -> live.wakeOwn(session.hash(), TOPIC));
    }

    private static <S extends SqlStatement<S>> S bind(SessionContext context, S statement) {
        return statement.bind("session", context.session().hash());
    }
}
