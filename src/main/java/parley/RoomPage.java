package parley;

import io.javalin.http.Context;
import org.jdbi.v3.core.Handle;
import parley.database.Database;
import parley.live.Cursor;
import parley.live.Door;
import parley.live.Subscription;
import parley.message.Messages;
import parley.message.Newest;
import parley.message.RoomFeeds;
import parley.page.Assets;
import parley.page.Html;
import parley.presence.Presence;
import parley.room.Room;
import parley.room.Entrance;
import parley.room.Members;
import parley.room.Membership;
import parley.room.Rooms;
import parley.saved.Drafts;
import parley.session.Answer;
import parley.session.SessionContext;
import parley.session.SessionId;
import parley.session.SessionIds;
import parley.session.Wrapper;
import parley.templates.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.ArrayList;
import java.util.List;

/** The page of a room, where all features meet: whole, in pieces, and as the stream that keeps it in step. */
record RoomPage(Database database, Wrapper<SessionContext> session, Rooms rooms, Entrance entrance, Members members,
        Messages messages, Newest newest, RoomFeeds feeds,
        Presence presence, Drafts drafts, SessionIds ids, Assets assets,
        Templates templates)
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
        var listed = rooms.listed(handle);
        return rooms.open(handle, slug).map(room -> page(handle, room, listed))
                .orElseGet(() -> templates.roomClosed(assets, ids, slug, listed));
    }

    private JteModel page(Handle handle, Room room, List<Room> listed) {
        return templates.roomPage(assets, ids, room, including(room, listed), messages.newest(handle, room),
                presence.people(handle, room));
    }

    /** The room that one is in is listed though it is an old one. */
    private static List<Room> including(Room room, List<Room> listed) {
        if (listed.contains(room)) {
            return listed;
        }
        var rooms = new ArrayList<>(listed);
        rooms.add(1, room);
        return rooms;
    }

    /** What is missing in the page of a room by invitation, which came without a session: all of the room. */
    Answer inside(Membership context, String nothing) {
        var room = context.room();
        var inside = templates.roomInside(room, messages.newest(context.handle(), room),
                presence.people(context.handle(), room));
        return http -> Html.answer(http, inside);
    }

    /** What of the page belongs to the session: its name and its composer. */
    Answer own(Membership context, String nothing) {
        var mine = members.rooms(context.context());
        var draft = drafts.of(context);
        return http -> Html.answer(http, templates.sessionSession(context.room(), context.user(), mine, draft));
    }

    /** The live pieces, for a tab that polls. It counts as here if it says who it is. */
    void pieces(Context http) {
        var room = entrance.of(http);
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
        return Html.bytes(templates.roomRooms(rooms.listed(handle), room.slug()),
                templates.presencePeople(presence.people(handle, room)), templates.messageNewest(newest.talks()));
    }

    @Override
    public Subscription open(Visitor visitor) {
        var session = SessionId.of(visitor.credential());
        var from = visitor.after() == null ? null : Cursor.of(visitor.after());
        var room = entrance.of(visitor.place(), visitor.credential());
        return new Subscription(session.hash(), feeds.of(room), from,
                List.of(rooms.piece(database, templates), presence.piece(room), newest.piece(templates)),
                () -> presence.arrive(room, session), () -> presence.leave(room, session));
    }
}
