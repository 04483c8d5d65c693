package parley.message;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import parley.database.Transaction;
import parley.live.Cursor;
import parley.page.Problem;
import parley.reaction.Reacted;
import parley.reaction.Tally;
import parley.room.Revisions;
import parley.room.Room;
import parley.user.User;

/** What was said in the rooms. */
public final class Messages {

    private static final int PAGE = 50;
    private static final int AUTHORS_KNOWN = 10_000;

    private static final String SELECT = """
            select m.*, u.name, u.avatar from messages m join users u on u.id = m.author_id
            """;

    /** The whole primary key is in the order: by {@code posted} alone, H2 would read the room from its first message and sort that. */
    static final String BEFORE = SELECT + """
            where m.room_id = :room and m.posted < :posted
            order by m.room_id desc, m.posted desc fetch first :most rows only""";

    private static final String CHANGED = SELECT + """
            where m.room_id = :room and m.posted > :after and m.posted <= :upTo and m.revision = m.posted
            union all
            """ + SELECT + """
            join changed_messages c on c.room_id = m.room_id and c.posted = m.posted and c.revision = m.revision
            where c.room_id = :room and c.revision > :after and c.revision <= :upTo
            order by posted""";

    private static final RowMapper<Message> MESSAGE = (row, context) -> new Message(row.getString("client_key"),
            row.getLong("posted"),
            row.getLong("revision"),
            new User(row.getString("author_id"), row.getString("name"), row.getString("avatar")),
            row.getString("body"), row.getTimestamp("posted_at").toInstant());

    private final Authors authors = new Authors(AUTHORS_KNOWN);
    private final Revisions revisions;
    private final Newest newest;
    private final Supplier<String> epoch;
    private final Counter posted;

    /** @param epoch of the database that they are in, which may still be being opened */
    public Messages(Revisions revisions, Newest newest, Supplier<String> epoch, MeterRegistry meters) {
        this.revisions = revisions;
        this.newest = newest;
        this.epoch = epoch;
        this.posted = Counter.builder("parley.messages.posted").description("Messages stored").register(meters);
    }

    /**
     * Posts the draft, or finds the message that it became already.
     *
     * @throws Problem 422 if its key is that of somebody else's message, or of one in another room
     */
    Message post(Transaction transaction, User author, Room room, Draft draft) {
        authors.add(transaction, author, room.id());
        long revision = revisions.next(transaction, room.id());
        var message = new Message(draft.key(), revision, revision, author, draft.body(),
                Instant.now().truncatedTo(ChronoUnit.MILLIS));
        if (!add(transaction.handle(), room, message)) {
            revisions.next(transaction, room.id(), -1);
            return find(transaction.handle(), author, room, draft);
        }
        transaction.afterCommit(posted::increment);
        transaction.afterCommit(() -> newest.in(room, revision));
        return message;
    }

    /**
     * Adds it and tells so, unless there is a message of this key. To look for one first would cost each post a query more.
     *
     * <p>The time with its offset: a bare one would go through the server's local time, which in autumn has one hour twice.
     */
    private static boolean add(Handle handle, Room room, Message message) {
        return handle.createUpdate("""
                insert into messages (room_id, posted, revision, client_key, author_id, body, posted_at)
                values (:room, :revision, :revision, :key, :author, :body, :at) on conflict do nothing""")
                .bind("room", room.id()).bind("revision", message.revision()).bind("key", message.key())
                .bind("author", message.author().id()).bind("body", message.body())
                .bind("at", message.at().atOffset(ZoneOffset.UTC)).execute() > 0;
    }

    private static Message find(Handle handle, User author, Room room, Draft draft) {
        return handle.createQuery(SELECT + "where m.client_key = :key and m.author_id = :author and m.room_id = :room")
                .bind("key", draft.key()).bind("author", author.id()).bind("room", room.id()).map(MESSAGE).findOne()
                .orElseThrow(() -> Problem.invalid("Another message has this key. Send it again with a new one."));
    }

    /** Makes a rename visible in every room where the user wrote: each takes a revision for it. */
    public void renamed(Transaction transaction, User user) {
        for (long room : authors.rooms(transaction.handle(), user)) {
            authors.renamed(transaction.handle(), user, room, revisions.next(transaction, room));
        }
    }

    /** Makes everything that one user wrote another's. */
    public void merged(Transaction transaction, User from, User to) {
        for (long room : authors.rooms(transaction.handle(), from)) {
            authors.inherit(transaction, to, room, from);
            move(transaction, room, from, to);
        }
        authors.remove(transaction, from);
    }

    /** Each message takes a number for it, so a frame of the feed holds as many as ever, however much there is to move. */
    private void move(Transaction transaction, long room, User from, User to) {
        var moved = transaction.handle().createQuery("""
                select posted from messages where room_id = :room and author_id = :from and posted >
                    (select since from authors where user_id = :from and room_id = :room) order by posted""")
                .bind("room", room).bind("from", from.id()).mapTo(Long.class).list();
        long revision = revisions.next(transaction, room, moved.size()) - moved.size();
        var messages = transaction.handle().prepareBatch(
                "update messages set author_id = :to, revision = :revision where room_id = :room and posted = :posted");
        var changes = transaction.handle().prepareBatch(
                "insert into changed_messages (room_id, revision, posted) values (:room, :revision, :posted)");
        for (long posted : moved) {
            revision++;
            messages.bind("to", to.id()).bind("revision", revision).bind("room", room).bind("posted", posted).add();
            changes.bind("revision", revision).bind("room", room).bind("posted", posted).add();
        }
        messages.execute();
        changes.execute();
    }

    public History newest(Handle handle, Room room) {
        return before(handle, room, Long.MAX_VALUE);
    }

    /** The messages before the one that was posted at the revision. */
    History before(Handle handle, Room room, long posted) {
        var newestFirst = handle.createQuery(BEFORE)
                .bind("room", room.id()).bind("posted", posted).bind("most", PAGE + 1).map(MESSAGE).list();
        boolean older = newestFirst.size() > PAGE;
        List<Message> page = newestFirst.subList(0, Math.min(PAGE, newestFirst.size())).reversed();
        return new History(page, reacted(handle, room, page), older,
                new Cursor(epoch.get(), revision(handle, room)).toString());
    }

    private static Map<String, Reacted> reacted(Handle handle, Room room, List<Message> page) {
        return Tally.of(handle, room, page.stream().map(Message::posted).toList());
    }

    /** The messages whose last change lies after one revision and not after another, in the order of their posting. */
    List<Message> changed(Handle handle, Room room, long after, long upTo) {
        return handle.createQuery(CHANGED)
                .bind("room", room.id()).bind("after", after).bind("upTo", upTo).map(MESSAGE).list();
    }

    long revision(Handle handle, Room room) {
        return handle.createQuery("select revision from rooms where id = :id").bind("id", room.id()).mapTo(Long.class)
                .one();
    }
}
