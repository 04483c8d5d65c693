package parley.session;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;

/**
 * The ended sessions, in memory: a tab that comes back is asked about without a read of the database. Of each hash 64 bits are
 * kept; that a living session shares them with a dead one has a chance of one in 10^12 with ten million dead.
 */
final class Tombstones {

    private final long[] old;
    private final Set<Long> young = ConcurrentHashMap.newKeySet();

    Tombstones(Handle handle) {
        old = handle.select("select id from ended_sessions").mapTo(String.class).stream()
                .mapToLong(Tombstones::bits).sorted().toArray();
    }

    boolean has(SessionId session) {
        long bits = bits(session.hash());
        return Arrays.binarySearch(old, bits) >= 0 || young.contains(bits);
    }

    void add(SessionId session) {
        young.add(bits(session.hash()));
    }

    private static long bits(String hash) {
        return ByteBuffer.wrap(Base64.getUrlDecoder().decode(hash)).getLong();
    }
}
