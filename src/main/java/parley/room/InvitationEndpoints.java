package parley.room;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import parley.page.Assets;
import parley.page.Attempts;
import parley.page.Form;
import parley.page.Html;
import parley.session.Answer;
import parley.session.Secret;
import parley.session.SessionIds;
import parley.session.Wrapper;
import parley.templates.Templates;
import parley.user.UserContext;

/** Invitations over HTTP: members see the link, whoever made the room can make another, and whoever has it can come in. */
public final class InvitationEndpoints {

    /** @param token from the part of the link that browsers keep to themselves */
    private record Guess(String room, String token) {

        static Guess of(Context http) {
            return new Guess(http.pathParam("room"), Form.of(http).text("token"));
        }
    }

    private final Attempts attempts = new Attempts(20, Duration.ofMinutes(1));
    private final Invitations invitations;
    private final Wrapper<Membership> asVisitor;
    private final Wrapper<UserContext> asUser;
    private final Wrapper<Ownership> asOwner;
    private final SessionIds ids;
    private final Assets assets;
    private final Templates templates;

    public InvitationEndpoints(Rooms rooms, Members members, Wrapper<Membership> asVisitor,
            Wrapper<UserContext> asUser, Wrapper<Membership> asMember, SessionIds ids, Assets assets,
            Templates templates) {
        this.invitations = new Invitations(rooms, members);
        this.asVisitor = asVisitor;
        this.asUser = asUser;
        this.asOwner = asMember.with(Ownership::of);
        this.ids = ids;
        this.assets = assets;
        this.templates = templates;
    }

    /** Where a link leads. The same for every address, for what a browser asks for does not hold the invitation. */
    public void page(Context http) {
        Html.answer(http, templates.roomInvited(assets, ids, RoomEndpoints.address(http.pathParam("room"))));
    }

    public Handler show() {
        return asVisitor.query(http -> "", this::show);
    }

    private Answer show(Membership context, String nothing) {
        return answer(context.room(), invitations.of(context.handle(), context.room()), Ownership.isOwner(context));
    }

    public Handler renew() {
        return asOwner.mutation(http -> "", this::renew);
    }

    private Answer renew(Ownership context, String nothing) {
        var room = context.membership().room();
        return answer(room, invitations.renew(context.membership().handle(), room), true);
    }

    private Answer answer(Room room, Secret token, boolean owner) {
        return http -> Html.answer(http,
                templates.roomInvitation(room.slug(), RoomEndpoints.address(room) + "/invite#" + token.text(), owner));
    }

    public Handler accept() {
        return attempts.limit(asUser.mutation(Guess::of, this::accept));
    }

    private Answer accept(UserContext context, Guess guess) {
        var room = invitations.accept(context, guess.room(), guess.token());
        return http -> http.status(HttpStatus.NO_CONTENT).header("HX-Redirect", RoomEndpoints.address(room));
    }
}
