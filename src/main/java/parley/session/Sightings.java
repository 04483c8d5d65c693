package parley.session;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/** The sessions that were heard of lately. They are noted down together, for a request that only reads must not write. */
final class Sightings {

    private final AtomicReference<Set<SessionId>> seen = new AtomicReference<>(ConcurrentHashMap.newKeySet());

    void add(SessionId session) {
        seen.get().add(session);
    }

    /** Those heard of since the last call. */
    Set<SessionId> take() {
        return seen.getAndSet(ConcurrentHashMap.newKeySet());
    }
}
