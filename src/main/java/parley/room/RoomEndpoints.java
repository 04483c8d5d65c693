package parley.room;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import parley.page.Html;
import parley.session.Answer;
import parley.session.Paging;
import parley.session.Wrapper;
import parley.templates.Templates;
import parley.user.UserContext;

/** Rooms over HTTP: anybody can make one, and find those that everybody may enter. */
public final class RoomEndpoints {

    private final Rooms rooms;
    private final Members members;
    private final Wrapper<UserContext> asReader;
    private final Wrapper<UserContext> asUser;
    private final Templates templates;

    public RoomEndpoints(Rooms rooms, Members members, Wrapper<UserContext> asReader, Wrapper<UserContext> asUser,
            Templates templates) {
        this.rooms = rooms;
        this.members = members;
        this.asReader = asReader;
        this.asUser = asUser;
        this.templates = templates;
    }

    public Handler find() {
        return asReader.paginated(RoomEndpoints::words, this::find);
    }

    private static String words(Context http) {
        return Objects.requireNonNullElse(http.queryParam("named"), "").strip();
    }

    private Answer find(UserContext context, String words, Paging paging) {
        var found = rooms.find(context.handle(), words, paging);
        return http -> Html.answer(http, templates.roomFound(found));
    }

    public Handler make() {
        return asUser.mutation(NewRoom::of, this::make);
    }

    private Answer make(UserContext context, NewRoom room) {
        var made = members.make(context, room);
        return http -> http.status(HttpStatus.CREATED).header("HX-Redirect", address(made));
    }

    static String address(Room room) {
        return address(room.slug());
    }

    /** Of what may be no room's slug, too: whatever is in it, it has one part more than {@code /rooms}. */
    static String address(String slug) {
        return "/rooms/" + URLEncoder.encode(slug, StandardCharsets.UTF_8);
    }
}
