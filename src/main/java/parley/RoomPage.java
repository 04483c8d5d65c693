package parley;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import org.jdbi.v3.core.Handle;
import parley.database.Database;
import parley.live.Cursor;
import parley.live.Door;
import parley.live.Subscription;
import parley.message.Messages;
import parley.message.RoomFeeds;
import parley.page.Assets;
import parley.page.Html;
import parley.presence.Presence;
import parley.room.Room;
import parley.room.Rooms;
import parley.session.Answer;
import parley.session.SessionContext;
import parley.session.SessionId;
import parley.session.SessionIds;
import parley.session.Wrapper;
import parley.templates.Templates;
import parley.user.UserContext;
import gg.jte.models.runtime.JteModel;
import java.util.List;

/** The page of a room, where all features meet: whole, in pieces, and as the stream that keeps it in step. */
record RoomPage(Database database, Wrapper<SessionContext> session, Rooms rooms, Messages messages, RoomFeeds feeds,
        Presence presence, SessionIds ids, Assets assets, Templates templates)
        implements
            Door {

    /** The address of a room's stream. */
    static final String STREAM = "/rooms/{room}/live";

    /** The whole page, readable without a session and without JavaScript. */
    void show(Context http) {
        JteModel page = database.read(transaction -> page(transaction.handle(), http.pathParam("room")));
        Html.answer(http, page);
    }

    private JteModel page(Handle handle, String slug) {
        var room = rooms.named(handle, slug);
        return templates.roomPage(assets, ids, room, rooms.all(handle), messages.newest(handle, room),
                presence.people(handle, room));
    }

    /** What of the page belongs to the session: its name and its composer. */
    Answer own(UserContext context, String slug) {
        var room = rooms.named(context.handle(), slug);
        return http -> Html.answer(http, templates.sessionSession(room, context.user()));
    }

    /** The live pieces, for a tab that polls. It counts as here if it says who it is. */
    void pieces(Context http) {
        var room = rooms.named(database, http.pathParam("room"));
        if (http.header(SessionId.HEADER) != null) {
            session.enter(http.header(SessionId.HEADER), context -> {
                presence.polled(room, context.session());
                return room;
            });
        }
        byte[] pieces = database.read(transaction -> pieces(transaction.handle(), room));
        Html.answer(http, pieces);
    }

    private byte[] pieces(Handle handle, Room room) {
        return Html.bytes(templates.roomRooms(rooms.all(handle), room.slug()),
                templates.presencePeople(presence.people(handle, room)));
    }

    @Override
    public Subscription open(Visitor visitor) {
        return session.enter(visitor.credential(), context -> open(context.session(), visitor));
    }

    private Subscription open(SessionId session, Visitor visitor) {
        var from = visitor.after() == null ? null : Cursor.of(visitor.after());
        var room = rooms.named(database, visitor.place());
        return new Subscription(session.hash(), feeds.of(room), from,
                List.of(rooms.piece(database, templates), presence.piece(room)),
                () -> presence.arrive(room, session), () -> presence.leave(room, session));
    }
}
