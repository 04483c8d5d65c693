package parley.reaction;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import parley.database.Transaction;
import parley.page.Problem;
import parley.room.Membership;
import parley.room.Revisions;
import parley.room.Room;
import parley.user.User;

/** Who reacted to which message. Every change takes a revision of the room. */
public final class Reactions {

    /** A query with a row for users who reacted: {@link parley.user.Users#keptBy}. */
    public static final String KEEP = "select 1 from reactions where user_id = u.id";

    private record Place(long room, long posted) {}

    private record Row(String key, long changed, String word, String user) {}

    private static final String SELECT = """
            select m.client_key, c.revision as changed, r.word, r.user_id
            from reacted c join messages m on m.room_id = c.room_id and m.posted = c.posted
            left join reactions r on r.room_id = c.room_id and r.posted = c.posted
            where c.room_id = :room and %s order by c.revision, r.revision""";

    private final Revisions revisions;

    public Reactions(Revisions revisions) {
        this.revisions = revisions;
    }

    /**
     * Twice is as good as once.
     *
     * @throws Problem 404 if the room has no message with this key
     */
    Reacted add(Membership context, String key, Emoji emoji) {
        var place = place(context, key);
        if (!has(context, place, emoji)) {
            add(context, place, emoji);
        }
        return of(context, place, key);
    }

    private static Place place(Membership context, String key) {
        long room = context.room().id();
        return context.handle().createQuery("select posted from messages where room_id = :room and client_key = :key")
                .bind("room", room).bind("key", key).mapTo(Long.class).findOne()
                .map(posted -> new Place(room, posted))
                .orElseThrow(() -> Problem.notFound("This room has no such message."));
    }

    private static boolean has(Membership context, Place place, Emoji emoji) {
        return context.handle().createQuery("""
                select count(*) from reactions
                where room_id = :room and posted = :posted and word = :word and user_id = :user""")
                .bind("room", place.room()).bind("posted", place.posted()).bind("word", emoji.word())
                .bind("user", context.user().id()).mapTo(Integer.class)
                .one() > 0;
    }

    private void add(Membership context, Place place, Emoji emoji) {
        long revision = changed(context.transaction(), place);
        context.handle().createUpdate("""
                insert into reactions (room_id, posted, word, user_id, revision)
                values (:room, :posted, :word, :user, :revision) on conflict do nothing""")
                .bind("room", place.room()).bind("posted", place.posted()).bind("word", emoji.word())
                .bind("user", context.user().id())
                .bind("revision", revision).execute();
    }

    /** As for {@link #add}. */
    Reacted remove(Membership context, String key, Emoji emoji) {
        var place = place(context, key);
        int removed = context.handle().createUpdate("""
                delete from reactions
                where room_id = :room and posted = :posted and word = :word and user_id = :user""")
                .bind("room", place.room()).bind("posted", place.posted()).bind("word", emoji.word())
                .bind("user", context.user().id()).execute();
        if (removed > 0) {
            changed(context.transaction(), place);
        }
        return of(context, place, key);
    }

    /** Makes the change visible: the room takes a revision for it. */
    private long changed(Transaction transaction, Place place) {
        long revision = revisions.next(transaction, place.room());
        int known = transaction.handle()
                .createUpdate("update reacted set revision = :revision where room_id = :room and posted = :posted")
                .bind("room", place.room()).bind("posted", place.posted()).bind("revision", revision).execute();
        if (known == 0) {
            transaction.handle().createUpdate(
                    "insert into reacted (room_id, posted, revision) values (:room, :posted, :revision)")
                    .bind("room", place.room()).bind("posted", place.posted()).bind("revision", revision).execute();
        }
        return revision;
    }

    private static Reacted of(Membership context, Place place, String key) {
        return to(context.handle(), context.room(), List.of(place.posted())).getOrDefault(key,
                new Reacted(key, 0, List.of()));
    }

    /** Makes all reactions of one user another's: {@link parley.user.Users#onMerge}. What both gave counts once. */
    public void merged(Transaction transaction, User from, User to) {
        var handle = transaction.handle();
        var places = handle.createQuery(
                "select distinct room_id, posted from reactions where user_id = :from order by room_id, posted")
                .bind("from", from.id()).map((row, context) -> new Place(row.getLong("room_id"), row.getLong("posted")))
                .list();
        handle.createUpdate("""
                insert into reactions (room_id, posted, word, user_id, revision)
                select room_id, posted, word, :to, revision from reactions where user_id = :from
                on conflict do nothing""").bind("from", from.id()).bind("to", to.id()).execute();
        handle.createUpdate("delete from reactions where user_id = :from").bind("from", from.id()).execute();
        places.forEach(place -> changed(transaction, place));
    }

    /** What the messages called forth that were posted at these revisions, by key; nothing of those that never did. */
    public static Map<String, Reacted> to(Handle handle, Room room, Collection<Long> posted) {
        return posted.isEmpty()
                ? Map.of()
                : read(handle.createQuery(SELECT.formatted("c.posted = any(:posted)"))
                        .bindArray("posted", Long.class, posted), room);
    }

    /** Those that changed last after one revision and not after another, in that order. */
    public static Collection<Reacted> changed(Handle handle, Room room, long after, long upTo) {
        return read(handle.createQuery(SELECT.formatted("c.revision > :after and c.revision <= :upTo"))
                .bind("after", after).bind("upTo", upTo), room).values();
    }

    private static Map<String, Reacted> read(Query query, Room room) {
        var rows = query.bind("room", room.id()).map((row, context) -> new Row(row.getString("client_key"),
                row.getLong("changed"), row.getString("word"), row.getString("user_id"))).list();
        return rows.stream().collect(groupingBy(Row::key, LinkedHashMap::new,
                collectingAndThen(toList(), Reactions::reacted)));
    }

    private static Reacted reacted(List<Row> rows) {
        var by = new EnumMap<Emoji, List<String>>(Emoji.class);
        rows.stream().filter(row -> row.word() != null)
                .forEach(row -> by.computeIfAbsent(Emoji.of(row.word()), _ -> new ArrayList<>()).add(row.user()));
        var reactions = by.entrySet().stream().map(each -> new Reaction(each.getKey(), each.getValue())).toList();
        return new Reacted(rows.getFirst().key(), rows.getFirst().changed(), reactions);
    }
}
