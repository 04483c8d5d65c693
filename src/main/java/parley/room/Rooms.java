package parley.room;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import parley.database.Database;
import parley.database.Transaction;
import parley.live.Live;
import parley.live.Topic;
import parley.page.Html;
import parley.page.Problem;
import parley.session.Paging;
import parley.session.Secret;
import parley.templates.Templates;
import parley.user.UserContext;

/** All rooms, and the list of them that every tab shows. */
public final class Rooms {

    static final RowMapper<Room> ROOM = (row, context) -> new Room(row.getLong("id"), row.getString("slug"),
            row.getString("name"), Entry.of(row.getString("entry")),
            new Look(row.getString("emoji"), row.getString("hue")));

    /** How many rooms every page lists. */
    public static final int LISTED = 50;

    private static final String FIRST = "general";
    private static final String LIST = "rooms";
    private static final int STRETCH = 20;

    private final Live live;

    /** By slug, once they are on disk; a room never changes. */
    private final Map<String, Room> known = new ConcurrentHashMap<>();

    public Rooms(Live live) {
        this.live = live;
    }

    /**
     * The room, if everybody may enter it; empty if it is one by invitation. Whoever needs such a one goes by {@link Members} or
     * {@link Entrance}, so that nobody can forget to ask.
     *
     * @throws Problem 404 if there is none with this slug
     */
    public Optional<Room> open(Handle handle, String slug) {
        return Optional.of(named(handle, slug)).filter(Room::isOpen);
    }

    Room named(Handle handle, String slug) {
        var room = known.get(slug);
        return room == null ? read(handle, slug) : room;
    }

    /** As {@link #named}; who asks next need not read it. */
    Room named(Transaction transaction, String slug) {
        return Optional.ofNullable(known.get(slug)).orElseGet(() -> {
            var room = read(transaction.handle(), slug);
            transaction.afterCommit(() -> known.put(slug, room));
            return room;
        });
    }

    /** As {@link #named}, in a transaction of its own if it must. After a restart all tabs ask for the same rooms at once. */
    Room named(Database database, String slug) {
        return known.computeIfAbsent(slug,
                missing -> database.read(transaction -> read(transaction.handle(), missing)));
    }

    private static Room read(Handle handle, String slug) {
        return handle.createQuery("select * from rooms where slug = :slug").bind("slug", slug).map(ROOM).findOne()
                .orElseThrow(() -> Problem.notFound(
                        "There is no room at this address. Perhaps it has a typing error, or nobody made it yet."));
    }

    /** What every page lists of those that everybody may enter: the first, and then the newest. */
    public List<Room> listed(Handle handle) {
        var newest = handle.createQuery("""
                select * from rooms where entry = 'everyone' and slug <> :first
                order by id desc fetch first :most rows only""")
                .bind("first", FIRST).bind("most", LISTED - 1).map(ROOM).list();
        return Stream.concat(Stream.of(named(handle, FIRST)), newest.stream()).toList();
    }

    /** A stretch of those that everybody may enter and that have the words in their names, the newest first. */
    Found find(Handle handle, String words, Paging paging) {
        long before = paging.after().isEmpty() ? Long.MAX_VALUE : Long.parseLong(paging.after());
        var found = handle.createQuery("""
                select * from rooms where entry = 'everyone' and id < :before
                and position(lower(:words) in lower(name)) > 0 order by id desc fetch first :most rows only""")
                .bind("before", before).bind("words", words).bind("most", STRETCH + 1).map(ROOM).list();
        return found.size() <= STRETCH
                ? new Found(found, "")
                : new Found(found.subList(0, STRETCH), paging.next(String.valueOf(found.get(STRETCH - 1).id())));
    }

    /** @throws Problem 422 if it would be open and there is one of its name */
    static void requireFree(Handle handle, NewRoom room) {
        if (handle.createQuery("select count(*) from rooms where slug = :slug").bind("slug", room.slug())
                .mapTo(Integer.class).one() > 0) {
            throw taken();
        }
    }

    private static Problem taken() {
        return Problem.invalid(
                "There is a room with this name already. Choose another name, or make one by invitation.");
    }

    /** As {@link Members#make}, but nobody is in it yet. */
    Room make(UserContext owner, NewRoom room) {
        String slug = room.slug();
        int made = owner.handle().createUpdate("""
                insert into rooms (slug, name, entry, emoji, hue, owner_id, invite)
                values (:slug, :name, :entry, :emoji, :hue, :owner, :invite) on conflict do nothing""")
                .bind("slug", slug).bind("name", room.name().text()).bind("entry", room.entry().word())
                .bindMethods(room.look()).bind("owner", owner.user().id()).bind("invite", Secret.fresh().text())
                .execute();
        if (made == 0) {
            throw taken();
        }
        owner.transaction().afterCommit(() -> live.wakePiece(LIST));
        return named(owner.transaction(), slug);
    }

    /** The list as a piece of every page. */
    public Topic.Piece<List<Room>> piece(Database database, Templates templates) {
        return new Topic.Piece<>(LIST, () -> database.read(transaction -> listed(transaction.handle())),
                rooms -> Html.bytes(templates.roomRooms(rooms, "")));
    }
}
