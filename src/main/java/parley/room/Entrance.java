package parley.room;

import io.javalin.http.Context;
import parley.database.Database;
import parley.session.SessionContext;
import parley.session.SessionId;
import parley.session.Wrapper;

/** Lets in who reads a room other than by a wrapped handler: streams, and polls that need no session where the room is open. */
public record Entrance(Database database, Rooms rooms, Members members, Wrapper<SessionContext> session) {

    /**
     * The room that the request names.
     *
     * @throws parley.page.Problem 404 if there is none; 400 or 403 if it is by invitation and whoever asks is not in it
     */
    public Room of(Context http) {
        var room = rooms.named(database, http.pathParam("room"));
        return room.isOpen() ? room : enter(room, http.header(SessionId.HEADER));
    }

    /**
     * As above, for a session that shows its ID otherwise.
     *
     * @param secret the session's ID, or null; refused without one even if the room is open
     */
    public Room of(String slug, String secret) {
        return enter(rooms.named(database, slug), secret);
    }

    private Room enter(Room room, String secret) {
        return session.enter(secret, context -> {
            members.admit(context, room);
            return room;
        });
    }
}
