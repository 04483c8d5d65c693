package parley.session;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import parley.database.Transaction;

/** The sessions that were heard of lately. They are noted down together, for a request that only reads must not write. */
final class Sightings {

    private final Set<SessionId> unnoted = ConcurrentHashMap.newKeySet();
    private final int most;

    /**
     * @param most that are kept, as anybody can make up IDs without end. Whoever comes when it is full is noted another time; who
     *     listens does not depend on it: {@link Aging}
     */
    Sightings(int most) {
        this.most = most;
    }

    void add(SessionId session) {
        if (unnoted.size() < most) {
            unnoted.add(session);
        }
    }

    List<SessionId> unnoted() {
        return List.copyOf(unnoted);
    }

    /** Notes that they were heard of. Those whose transaction fails are kept for the next. */
    void note(Transaction transaction, List<SessionId> seen) {
        transaction.handle().createUpdate("""
                update sessions set seen = (select minutes from session_clock), seen_at = current_timestamp
                where id = any(:seen)""")
                .bindArray("seen", String.class, seen.stream().map(SessionId::hash).toArray()).execute();
        transaction.afterCommit(() -> seen.forEach(unnoted::remove));
    }
}
