package parley.room;

import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import parley.session.Answer;
import parley.session.Wrapper;
import parley.user.UserContext;

/** Rooms over HTTP: anybody can make one. */
public final class RoomEndpoints {

    private final Members members;
    private final Wrapper<UserContext> asUser;

    public RoomEndpoints(Members members, Wrapper<UserContext> asUser) {
        this.members = members;
        this.asUser = asUser;
    }

    public Handler make() {
        return asUser.mutation(NewRoom::of, this::make);
    }

    private Answer make(UserContext context, NewRoom room) {
        var made = members.make(context, room);
        return http -> http.status(HttpStatus.CREATED).header("HX-Redirect", address(made));
    }

    static String address(Room room) {
        return "/rooms/" + URLEncoder.encode(room.slug(), StandardCharsets.UTF_8);
    }
}
