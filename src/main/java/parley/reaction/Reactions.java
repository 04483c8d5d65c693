package parley.reaction;

import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import parley.database.Transaction;
import parley.live.Topic;
import parley.page.Problem;
import parley.room.Membership;
import parley.room.Revisions;
import parley.user.User;

/** Who reacted to which message. Every change takes a revision of the room. */
public final class Reactions {

    /** A query with a row for users who reacted: {@link parley.user.Users#keptBy}. */
    public static final String KEEP = "select 1 from reactions where user_id = u.id";

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
        if (add(context, place, emoji)) {
            changed(context, place, emoji, 1);
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

    private static boolean add(Membership context, Place place, Emoji emoji) {
        return context.handle().createUpdate("""
                insert into reactions (room_id, posted, word, user_id)
                values (:room, :posted, :word, :user) on conflict do nothing""")
                .bind("room", place.room()).bind("posted", place.posted()).bind("word", emoji.word())
                .bind("user", context.user().id()).execute() > 0;
    }

    /** As for {@link #add}. */
    Reacted remove(Membership context, String key, Emoji emoji) {
        var place = place(context, key);
        if (remove(context, place, emoji)) {
            changed(context, place, emoji, -1);
        }
        return of(context, place, key);
    }

    private static boolean remove(Membership context, Place place, Emoji emoji) {
        return context.handle().createUpdate("""
                delete from reactions
                where room_id = :room and posted = :posted and word = :word and user_id = :user""")
                .bind("room", place.room()).bind("posted", place.posted()).bind("word", emoji.word())
                .bind("user", context.user().id()).execute() > 0;
    }

    private void changed(Membership context, Place place, Emoji emoji, int more) {
        long revision = changed(context.transaction(), place);
        count(context.handle(), place, emoji, more);
        context.handle().createUpdate("""
                insert into reaction_changes (room_id, revision, posted, word, user_id)
                values (:room, :revision, :posted, :word, :user)""")
                .bind("room", place.room()).bind("revision", revision).bind("posted", place.posted())
                .bind("word", emoji.word()).bind("user", context.user().id()).execute();
    }

    private static void count(Handle handle, Place place, Emoji emoji, int more) {
        int known = handle.createUpdate("""
                update reaction_counts set number = number + :more
                where room_id = :room and posted = :posted and word = :word""")
                .bind("room", place.room()).bind("posted", place.posted()).bind("word", emoji.word())
                .bind("more", more).execute();
        if (known == 0) {
            handle.createUpdate("""
                    insert into reaction_counts (room_id, posted, word, number)
                    values (:room, :posted, :word, :more)""")
                    .bind("room", place.room()).bind("posted", place.posted()).bind("word", emoji.word())
                    .bind("more", more).execute();
        }
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
        forget(transaction.handle(), place.room(), revision - Topic.Feed.FARTHEST);
        return revision;
    }

    /** Who comes from farther back loads the page anew. */
    private static void forget(Handle handle, long room, long upTo) {
        handle.createUpdate("delete from reaction_changes where room_id = :room and revision <= :upTo")
                .bind("room", room).bind("upTo", upTo).execute();
    }

    private static Reacted of(Membership context, Place place, String key) {
        return Tally.of(context.handle(), context.room(), List.of(place.posted()), context.user()).getOrDefault(key,
                new Reacted(key, 0, List.of()));
    }

    /** What the messages of these keys called forth, naming none but the user who asks. */
    Collection<Reacted> own(Membership context, List<String> keys) {
        var posted = context.handle()
                .createQuery("select posted from messages where room_id = :room and client_key = any(:keys)")
                .bind("room", context.room().id()).bindArray("keys", String.class, keys).mapTo(Long.class).list();
        return Tally.of(context.handle(), context.room(), posted, context.user()).values();
    }

    /** Makes all reactions of one user another's: {@link parley.user.Users#onMerge}. What both gave counts once. */
    public void merged(Transaction transaction, User from, User to) {
        transaction.handle().createQuery(
                "select distinct room_id, posted from reactions where user_id = :from order by room_id, posted")
                .bind("from", from.id()).map((row, context) -> new Place(row.getLong("room_id"), row.getLong("posted")))
                .list()
                .forEach(place -> new Merge(transaction.handle(), from, to).at(place, changed(transaction, place)));
    }
}
