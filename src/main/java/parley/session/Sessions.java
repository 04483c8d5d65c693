package parley.session;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import parley.database.Database;
import parley.database.Transaction;
import parley.page.Problem;

/**
 * The sessions: which there are, which have ended, and how one gets another ID.
 *
 * <p>With IDs made by clients, one that only reads leaves no row; the first mutation makes it.
 */
public final class Sessions {

    /** Told in the transaction that makes one session out of another, to copy what is keyed by it. */
    @FunctionalInterface
    public interface Forked {
        void forked(Transaction transaction, SessionId from, SessionId to);
    }

    private static final int MOST_SEEN = 100_000;

    private final SessionIds ids;
    private final Lazy<Tombstones> tombstones;
    private final Lazy<Signature> signature;
    private final Sightings sightings = new Sightings(MOST_SEEN);
    private final List<Forked> forked = new ArrayList<>();
    private final List<BiConsumer<Transaction, SessionId>> changed = new ArrayList<>();
    private final List<BiConsumer<SessionId, Ending>> ended = new ArrayList<>();

    public Sessions(Database database, SessionIds ids) {
        this.ids = ids;
        this.tombstones = new Lazy<>(() -> database.read(transaction -> new Tombstones(transaction.handle())));
        this.signature = new Lazy<>(() -> new Signature(database));
    }

    public SessionIds ids() {
        return ids;
    }

    /** Runs the listener whenever a tab was duplicated; to be called while the application is put together. */
    public void onFork(Forked listener) {
        forked.add(listener);
    }

    /**
     * Runs the listener in the transaction in which a session is copied, gets another ID (for both), becomes somebody else or ends; the
     * last two before they are done. To be called while the application is put together.
     */
    public void onChange(BiConsumer<Transaction, SessionId> listener) {
        changed.add(listener);
    }

    /** Tells that the session is no more what it was. */
    public void changed(Transaction transaction, SessionId session) {
        changed.forEach(listener -> listener.accept(transaction, session));
    }

    /** Runs the listener when a session has ended and that is on disk; to be called while the application is put together. */
    public void onEnd(BiConsumer<SessionId, Ending> listener) {
        ended.add(listener);
    }

    /**
     * The first step of every wrapper: refuses a session that has ended.
     *
     * @throws Problem 401
     */
    SessionContext alive(SessionContext context) {
        if (hasEnded(context.session())) {
            throw new Problem(401, "This session was ended. The page makes a new one by itself: reload it.");
        }
        if (ids == SessionIds.SERVER && !exists(context)) {
            throw new Problem(401,
                    "This session is not known here. Ask for an ID by POST /session; the page does it by "
                            + "itself: reload it.");
        }
        sightings.add(context.session());
        return context;
    }

    /** Costs no read of the database, but for the first to ask. */
    public boolean hasEnded(SessionId session) {
        return tombstones.get().has(session);
    }

    Sightings sightings() {
        return sightings;
    }

    /** To be asked for outside of any transaction: the first to ask needs one. */
    Signature signature() {
        return signature.get();
    }

    /** A step for mutations: makes the session's row if this is its first. */
    public SessionContext made(SessionContext context) {
        if (ids == SessionIds.SERVER) {
            context.handle()
                    .createUpdate("update sessions set blank = false, device = :device where id = :id and blank")
                    .bind("id", context.session().hash()).bind("device", context.device()).execute();
        } else if (make(context, false) == 0 && !exists(context)) {
            throw new Problem(401, "This session was ended. The page makes a new one by itself: reload it.");
        }
        return context;
    }

    /**
     * Makes the row of an ID that is no session and was none. Tells how many it made. It counts, for whether a row exists H2 tells from
     * memory if it was asked before in the same transaction, and does not see that the session has ended in between.
     */
    private static int make(SessionContext context, boolean blank) {
        return context.handle().createUpdate("""
                insert into sessions (id, made, seen, blank, device)
                select :id, minutes, minutes, :blank, :device from session_clock
                where (select count(*) from ended_sessions where id = :id) = 0 on conflict do nothing""")
                .bind("id", context.session().hash()).bind("blank", blank).bind("device", context.device()).execute();
    }

    private static boolean exists(SessionContext context) {
        return context.handle().createQuery("select count(*) from sessions where id = :id")
                .bind("id", context.session().hash()).mapTo(Integer.class).one() > 0;
    }

    /**
     * Makes an ID and its row.
     *
     * @return the secret; it is stored nowhere, so this is the only time that it can be sent
     */
    String issue(Transaction transaction, String device) {
        String secret = Secret.fresh().text();
        make(new SessionContext(SessionId.of(secret), transaction, device), true);
        return secret;
    }

    /**
     * Makes the next session a copy of this one, and both go apart from here.
     *
     * @throws Problem 409 if the next ID has been used
     */
    public void fork(SessionContext context, SessionId next) {
        made(context);
        makeUnused(context.as(next));
        forked.forEach(listener -> listener.forked(context.transaction(), context.session(), next));
        changed(context.transaction(), next);
    }

    /**
     * Gives the session another ID, and takes along all that is keyed by it. The old ID is dead when the transaction is on disk.
     *
     * @return the context of the session under its next ID
     * @throws Problem 409 if the next ID has been used: an ID that somebody else may know is never given more than it had
     */
    public SessionContext refresh(SessionContext context, SessionId next) {
        made(context);
        makeUnused(context.as(next));
        var handle = context.handle();
        handle.createUpdate("delete from sessions where id = :next").bind("next", next.hash()).execute();
        handle.createUpdate("update sessions set id = :next, made = (select minutes from session_clock) where id = :id")
                .bind("next", next.hash()).bind("id", context.session().hash()).execute();
        bury(context, next, Ending.REFRESHED);
        changed(context.transaction(), context.session());
        changed(context.transaction(), next);
        return context.as(next);
    }

    /** Whether the session was exchanged for the next one already: then a request to do so was repeated. */
    boolean isRefreshed(SessionContext context, SessionId next) {
        return context.handle().createQuery("select count(*) from ended_sessions where id = :id and next_id = :next")
                .bind("id", context.session().hash()).bind("next", next.hash()).mapTo(Integer.class).one() > 0;
    }

    /** Ends the session: what is keyed by it is deleted, and its ID is worth nothing. */
    public void end(Transaction transaction, SessionId session) {
        end(transaction, session, Ending.ENDED);
    }

    /** As above, because the session itself says so. */
    void signOut(SessionContext context) {
        end(context.transaction(), context.session(), Ending.SIGNED_OUT);
    }

    private void end(Transaction transaction, SessionId session, Ending ending) {
        changed(transaction, session);
        transaction.handle().createUpdate("delete from sessions where id = :id").bind("id", session.hash()).execute();
        bury(new SessionContext(session, transaction), null, ending);
    }

    private void bury(SessionContext context, SessionId next, Ending ending) {
        context.handle()
                .createUpdate("insert into ended_sessions (id, next_id) values (:id, :next) on conflict do nothing")
                .bind("id", context.session().hash()).bind("next", next == null ? null : next.hash()).execute();
        context.transaction().afterCommit(() -> {
            tombstones.get().add(context.session());
            ended.forEach(listener -> listener.accept(context.session(), ending));
        });
    }

    private void makeUnused(SessionContext next) {
        int made = ids == SessionIds.SERVER
                ? next.handle().createUpdate("update sessions set blank = false where id = :id and blank")
                        .bind("id", next.session().hash()).execute()
                : make(next, false);
        if (made == 0) {
            throw new Problem(409, "The next session ID has been used. Make a new one.");
        }
    }
}
