package parley;

import gg.jte.models.runtime.JteModel;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import parley.database.Database;
import parley.live.Cursor;
import parley.live.Door;
import parley.live.Subscription;
import parley.page.Html;
import parley.room.Entrance;
import parley.room.Membership;
import parley.room.Room;
import parley.session.Answer;
import parley.session.SessionId;

/** The page of a room, where all features meet: whole, in pieces, and as the stream that keeps it in step. */
record RoomPage(Database database, Features features, Wrappers as, Entrance entrance, View view) implements Door {

    /** The address of a room's stream. */
    static final String STREAM = "/rooms/{room}/live";

    /** The whole page, readable without a session and without JavaScript. */
    void show(Context http) {
        JteModel page = database.read(transaction -> page(transaction.handle(), http.pathParam("room")));
        Html.answer(http, page);
    }

    private JteModel page(Handle handle, String slug) {
        var listed = features.rooms.listed(handle);
        return features.rooms.open(handle, slug).map(room -> page(handle, room, listed))
                .orElseGet(() -> view.templates().roomClosed(view.assets(), view.ids(), slug, listed));
    }

    private JteModel page(Handle handle, Room room, List<Room> listed) {
        return view.templates().roomPage(view.assets(), view.ids(), room, including(room, listed),
                features.messages.newest(handle, room),
                features.presence.people(handle, room));
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
        var inside = view.templates().roomInside(room, features.messages.newest(context.handle(), room),
                features.presence.people(context.handle(), room));
        return http -> Html.answer(http, inside);
    }

    /** What of the page belongs to the session: its name and its composer. */
    Answer own(Membership context, String nothing) {
        var mine = features.members.rooms(context.context());
        var draft = features.drafts.of(context);
        return http -> Html.answer(http, view.templates().sessionSession(context.room(), context.user(), mine, draft));
    }

    /** The live pieces, for a tab that polls. It counts as here if it says who it is. */
    void pieces(Context http) {
        var room = entrance.of(http);
        if (http.header(SessionId.HEADER) != null) {
            as.session().enter(http.header(SessionId.HEADER), context -> {
                features.presence.polled(room, context.session());
                return room;
            });
        }
        byte[] pieces = database.read(transaction -> pieces(transaction.handle(), room));
        Html.answer(http, pieces);
    }

    private byte[] pieces(Handle handle, Room room) {
        return Html.bytes(view.templates().roomRooms(features.rooms.listed(handle), room.slug()),
                view.templates().presencePeople(features.presence.people(handle, room)),
                view.templates().messageNewest(features.newest.talks()));
    }

    @Override
    public Subscription open(Visitor visitor) {
        var session = SessionId.of(visitor.credential());
        var from = visitor.after() == null ? null : Cursor.of(visitor.after());
        var room = entrance.of(visitor.place(), visitor.credential());
        return new Subscription(session.hash(), features.feeds.of(room), from,
                List.of(features.rooms.piece(database, view.templates()), features.presence.piece(room),
                        features.newest.piece(view.templates())),
                () -> features.sessions.hasEnded(session), () -> features.presence.arrive(room, session),
                () -> features.presence.leave(room, session));
    }
}
