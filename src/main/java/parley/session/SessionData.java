package parley.session;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import parley.database.Transaction;

/**
 * What a session remembers that does not deserve a table: a document of named pieces. Each is typed, read and patched by itself,
 * so that a change of one concerns only what reads it.
 */
public final class SessionData {

    /**
     * A piece of the document.
     *
     * @param name up to 40 characters
     * @param initial what it is before it was ever patched
     * @param write to text of at most 8,000 characters
     */
    public record Piece<T>(String name, T initial, Function<T, String> write, Function<String, T> read) {

        /** What is touched when it is patched. */
        public String topic() {
            return "data/" + name;
        }
    }

    /** Told in the transaction that patches a piece. */
    @FunctionalInterface
    public interface Patched {
        void patched(Transaction transaction, SessionId session, Piece<?> piece);
    }

    private final List<Patched> listeners = new ArrayList<>();

    /** Runs the listener whenever a piece was changed; to be called while the application is put together. */
    public void onPatch(Patched listener) {
        listeners.add(listener);
    }

    public <T> T get(SessionContext context, Piece<T> piece) {
        return context.handle()
                .createQuery("select content from session_data where session_id = :session and name = :name")
                .bind("session", context.session().hash()).bind("name", piece.name()).mapTo(String.class).findOne()
                .map(piece.read()).orElse(piece.initial());
    }

    /**
     * Changes the piece, and tells what it is now.
     *
     * @param context of a session that has its row: {@link Sessions#made}
     */
    public <T> T patch(SessionContext context, Piece<T> piece, UnaryOperator<T> change) {
        T before = get(context, piece);
        T after = change.apply(before);
        if (!after.equals(before)) {
            store(context, piece.name(), piece.write().apply(after));
            listeners.forEach(listener -> listener.patched(context.transaction(), context.session(), piece));
        }
        return after;
    }

    private static void store(SessionContext context, String name, String content) {
        int updated = update(context,
                "update session_data set content = :content where session_id = :session and name = :name",
                name, content);
        if (updated == 0) {
            update(context, "insert into session_data (session_id, name, content) values (:session, :name, :content)",
                    name, content);
        }
    }

    private static int update(SessionContext context, String sql, String name, String content) {
        return context.handle().createUpdate(sql).bind("session", context.session().hash()).bind("name", name)
                .bind("content", content).execute();
    }

    /** A duplicated tab remembers the same: {@link Sessions#onFork}. */
    public void forked(Transaction transaction, SessionId from, SessionId to) {
        transaction.handle().createUpdate("""
                insert into session_data (session_id, name, content)
                select :to, name, content from session_data where session_id = :from""")
                .bind("from", from.hash()).bind("to", to.hash()).execute();
    }
}
