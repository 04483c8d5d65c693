package parley.reaction;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;
import parley.room.Room;
import parley.user.User;

/**
 * How often what was given, and whose names go with it, so that each tab can tell whether its own user is among them. What it costs
 * does not depend on how many have reacted: no list names more than a few, or than have changed their mind since the one before.
 */
public final class Tally {

    /** Where more gave an emoji, a page names none of them, and a tab asks about its own user. */
    static final int FEW = 20;

    private record Name(long posted, String word, String user, boolean isIn) {}

    private record Count(String key, long revision, long posted, String word, long number) {}

    private static final RowMapper<Name> NAME = (row, context) -> new Name(row.getLong("posted"), row.getString("word"),
            row.getString("user_id"), row.getBoolean("is_in"));

    /** The outer join keeps the order: H2 might read all reactions first. */
    private static final String SOME = """
            select n.posted, n.word, r.user_id, true as is_in
            from reaction_counts n left join reactions r on r.room_id = n.room_id and r.posted = n.posted and r.word = n.word
            where n.room_id = :room and n.posted = any(:posted) and n.number between 1 and :few
            order by n.posted, n.word, r.user_id""";

    private static final String CHANGED = """
            select c.posted, c.word, c.user_id, r.user_id is not null as is_in
            from reaction_changes c left join reactions r
                on r.room_id = c.room_id and r.posted = c.posted and r.word = c.word and r.user_id = c.user_id
            where c.room_id = :room and c.revision > :after and c.revision <= :upTo order by c.revision""";

    private static final String OWN = """
            select n.posted, n.word, :user as user_id, r.user_id is not null as is_in
            from reaction_counts n left join reactions r
                on r.room_id = n.room_id and r.posted = n.posted and r.word = n.word and r.user_id = :user
            where n.room_id = :room and n.posted = any(:posted)""";

    private static final String COUNTS = """
            select m.client_key, c.revision, c.posted, n.word, n.number
            from reacted c join messages m on m.room_id = c.room_id and m.posted = c.posted
            left join reaction_counts n on n.room_id = c.room_id and n.posted = c.posted
            where c.room_id = :room and c.posted = any(:posted) order by c.revision""";

    private Tally() {}

    /** What the messages called forth that were posted at these revisions, by key; nothing of those that never did. */
    public static Map<String, Reacted> of(Handle handle, Room room, Collection<Long> posted) {
        return posted.isEmpty()
                ? Map.of()
                : counted(handle, room, posted, query(handle, SOME, room, posted).bind("few", FEW).map(NAME).list());
    }

    /** The same, naming none but the user. */
    static Map<String, Reacted> of(Handle handle, Room room, Collection<Long> posted, User user) {
        return counted(handle, room, posted,
                query(handle, OWN, room, posted).bind("user", user.id()).map(NAME).list());
    }

    /** Those that changed after one revision and not after another, naming all who changed their mind. */
    public static Collection<Reacted> changed(Handle handle, Room room, long after, long upTo) {
        var names = handle.createQuery(CHANGED).bind("room", room.id()).bind("after", after).bind("upTo", upTo)
                .map(NAME).list();
        return names.isEmpty()
                ? List.of()
                : counted(handle, room, names.stream().map(Name::posted).distinct().toList(), names).values();
    }

    private static Map<String, Reacted> counted(Handle handle, Room room, Collection<Long> posted, List<Name> names) {
        var byMessage = names.stream().distinct().collect(groupingBy(Name::posted));
        return query(handle, COUNTS, room, posted)
                .map((row, context) -> new Count(row.getString("client_key"), row.getLong("revision"),
                        row.getLong("posted"), row.getString("word"), row.getLong("number")))
                .stream().collect(groupingBy(Count::key, LinkedHashMap::new,
                        collectingAndThen(toList(), counts -> reacted(counts, byMessage))));
    }

    private static Query query(Handle handle, String sql, Room room, Collection<Long> posted) {
        return handle.createQuery(sql).bind("room", room.id()).bindArray("posted", Long.class, posted);
    }

    private static Reacted reacted(List<Count> counts, Map<Long, List<Name>> byMessage) {
        var message = counts.getFirst();
        var names = byMessage.getOrDefault(message.posted(), List.of());
        var reactions = Stream.of(Emoji.values()).flatMap(emoji -> counts.stream()
                .filter(count -> count.number() > 0 && emoji.word().equals(count.word()))
                .map(count -> new Reaction(emoji, count.number(), named(names, emoji, true),
                        named(names, emoji, false))));
        return new Reacted(message.key(), message.revision(), reactions.toList());
    }

    private static List<String> named(List<Name> names, Emoji emoji, boolean isIn) {
        return names.stream().filter(name -> name.word().equals(emoji.word()) && name.isIn() == isIn).map(Name::user)
                .toList();
    }
}
