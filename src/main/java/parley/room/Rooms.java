package parley.room;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import parley.database.Transaction;
import parley.live.Live;
import parley.live.Topic;
import parley.page.Html;
import parley.page.Problem;
import parley.templates.Templates;
import parley.database.Database;

/** All rooms, and the list of them that every tab shows. */
public final class Rooms {

    private static final RowMapper<Room> ROOM = (row, context) -> new Room(row.getLong("id"), row.getString("slug"),
            row.getString("name"));

    private static final String LIST = "rooms";

    private final Live live;

    /** By slug, once they are on disk; a room never changes. */
    private final Map<String, Room> known = new ConcurrentHashMap<>();

    public Rooms(Live live) {
        this.live = live;
    }

    /** @throws Problem 404 if there is none with this slug */
    public Room named(Handle handle, String slug) {
        var room = known.get(slug);
        return room == null ? read(handle, slug) : room;
    }

    /** As {@link #named}, in a transaction of its own if it must. After a restart all tabs ask for the same rooms at once. */
    public Room named(Database database, String slug) {
        return known.computeIfAbsent(slug,
                missing -> database.read(transaction -> read(transaction.handle(), missing)));
    }

    private static Room read(Handle handle, String slug) {
        return handle.createQuery("select * from rooms where slug = :slug").bind("slug", slug).map(ROOM).findOne()
                .orElseThrow(() -> Problem.notFound(
                        "There is no room at this address. Perhaps it has a typing error, or nobody made it yet."));
    }

    /** In the order in which they were made. */
    public List<Room> all(Handle handle) {
        return handle.createQuery("select * from rooms order by id").map(ROOM).list();
    }

    Room make(Transaction transaction, RoomName name) {
        int made = transaction.handle()
                .createUpdate("insert into rooms (slug, name) values (:slug, :name) on conflict do nothing")
                .bind("slug", name.slug()).bind("name", name.text()).execute();
        if (made == 0) {
            throw Problem.invalid("There is a room with this name already. Choose another name.");
        }
        transaction.afterCommit(() -> live.wakePiece(LIST));
        return named(transaction.handle(), name.slug());
    }

    /** The list as a piece of every page. */
    public Topic.Piece<List<Room>> piece(Database database, Templates templates) {
        return new Topic.Piece<>(LIST, () -> database.read(transaction -> all(transaction.handle())),
                rooms -> Html.bytes(templates.roomRooms(rooms, "")));
    }
}
