package parley.user;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import parley.session.SessionId;

/**
 * Who a session would become. Everything follows from the session's hash, so a tab is the same person in every answer although
 * no row was made for it; only where a name is taken does the next candidate come up.
 */
final class Suggestions {

    /** Names are kept apart for this many sessions that have written nothing; older ones may see theirs given away. */
    private static final int REMEMBERED = 20_000;

    private static final int CANDIDATES = 8;

    private final Map<String, SessionId> holders = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, SessionId> eldest) {
            return size() > REMEMBERED;
        }
    };

    User user(Handle handle, SessionId session) {
        byte[] id = session.derive("user");
        byte[] dice = session.derive("name");
        String name = candidate(dice, 0);
        for (int attempt = 1; !free(handle, name, session); attempt++) {
            name = candidate(dice, attempt);
        }
        return new User(new BigInteger(1, id).toString(32).substring(0, 16), name,
                name.toLowerCase(Locale.ROOT).replace(' ', '-'));
    }

    private static String candidate(byte[] dice, int attempt) {
        var throwOf = ByteBuffer.wrap(dice);
        int place = attempt % CANDIDATES * 4;
        String colour = Words.COLOURS[Short.toUnsignedInt(throwOf.getShort(place)) % Words.COLOURS.length];
        String animal = Words.ANIMALS[Short.toUnsignedInt(throwOf.getShort(place + 2)) % Words.ANIMALS.length];
        String name = capital(colour) + " " + animal;
        return attempt < CANDIDATES ? name : name + " " + (attempt / CANDIDATES + 1);
    }

    private boolean free(Handle handle, String name, SessionId session) {
        boolean taken = handle.createQuery("select count(*) from users where name = :name").bind("name", name)
                .mapTo(Integer.class).one() > 0;
        return !taken && hold(name, session);
    }

    private synchronized boolean hold(String name, SessionId session) {
        return session.equals(holders.computeIfAbsent(name, missing -> session));
    }

    private static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
