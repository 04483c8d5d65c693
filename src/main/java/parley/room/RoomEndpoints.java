package parley.room;

import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import parley.session.Answer;
import parley.session.Wrapper;
import parley.session.SessionContext;

/** Rooms over HTTP: anybody can make one. */
public final class RoomEndpoints {

    private final Rooms rooms;
    private final Wrapper<SessionContext> wrapper;

    public RoomEndpoints(Rooms rooms, Wrapper<SessionContext> wrapper) {
        this.rooms = rooms;
        this.wrapper = wrapper;
    }

    public Handler make() {
        return wrapper.mutation(RoomName::of, this::make);
    }

    private Answer make(SessionContext context, RoomName name) {
        var room = rooms.make(context.transaction(), name);
        return http -> http.status(HttpStatus.CREATED).header("HX-Redirect", address(room));
    }

    private static String address(Room room) {
        return "/rooms/" + URLEncoder.encode(room.slug(), StandardCharsets.UTF_8);
    }
}
