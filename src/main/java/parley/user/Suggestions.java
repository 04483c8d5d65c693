package parley.user;

import static java.util.stream.Collectors.toMap;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import parley.session.SessionId;

/**
 * Who a session would become. Everything follows from the session's hash, so a tab is the same person in every answer although
 * no row was made for it; only where a name is taken does the next candidate come up.
 */
final class Suggestions {

    /** Names are kept apart for this many sessions that have written nothing; older ones may see theirs given away. */
    private static final int REMEMBERED = 20_000;

    /** As many as there are dice: a hash has 32 bytes, and a pair takes four. */
    private static final int PAIRS = 8;

    private static final int NUMBERS = 9_998;

    private final Map<String, SessionId> holders = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, SessionId> eldest) {
            return size() > REMEMBERED;
        }
    };

    User user(Handle handle, SessionId session) {
        return users(handle, List.of(session)).get(session);
    }

    /** By one query at most, however many sessions they are and however many names are taken. */
    Map<SessionId, User> users(Handle handle, Collection<SessionId> sessions) {
        if (sessions.isEmpty()) {
            return Map.of();
        }
        var names = sessions.stream().collect(toMap(session -> session, Suggestions::names));
        var taken = taken(handle, names.values().stream().flatMap(List::stream).toArray());
        return names.entrySet().stream().collect(toMap(Map.Entry::getKey,
                each -> user(each.getKey(), free(each.getValue(), taken, each.getKey()))));
    }

    /** Pairs, then pairs with a number. */
    private static List<String> names(SessionId session) {
        var dice = ByteBuffer.wrap(session.derive("name"));
        var numbers = ByteBuffer.wrap(session.derive("number"));
        var pairs = Stream.generate(() -> pair(next(dice, Words.COLOURS), next(dice, Words.ANIMALS))).limit(PAIRS)
                .toList();
        var numbered = pairs.stream().map(pair -> pair + " " + number(numbers));
        return Stream.concat(pairs.stream(), numbered).toList();
    }

    private static String next(ByteBuffer dice, String[] words) {
        return words[Short.toUnsignedInt(dice.getShort()) % words.length];
    }

    /** One would look as if there were a second. */
    private static int number(ByteBuffer dice) {
        return 2 + Integer.remainderUnsigned(dice.getInt(), NUMBERS);
    }

    static String pair(String colour, String animal) {
        return Character.toUpperCase(colour.charAt(0)) + colour.substring(1) + " " + animal;
    }

    private static Set<String> taken(Handle handle, Object[] names) {
        return handle.createQuery("select distinct name from users where name = any(:names)")
                .bindArray("names", String.class, names).mapTo(String.class).set();
    }

    /** Two people may have one name, should ever all be taken. */
    private String free(List<String> names, Set<String> taken, SessionId session) {
        return names.stream().filter(name -> !taken.contains(name) && hold(name, session)).findFirst()
                .orElse(names.getLast());
    }

    private synchronized boolean hold(String name, SessionId session) {
        return session.equals(holders.computeIfAbsent(name, missing -> session));
    }

    private static User user(SessionId session, String name) {
        return new User(new BigInteger(1, session.derive("user")).toString(32).substring(0, 16), name,
                name.toLowerCase(Locale.ROOT).replace(' ', '-'));
    }
}
