package parley;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import parley.device.DeviceEndpoints;
import parley.device.MoveEndpoints;
import parley.message.MessageEndpoints;
import parley.page.Problem;
import parley.passkey.PasskeyEndpoints;
import parley.reaction.ReactionEndpoints;
import parley.room.InvitationEndpoints;
import parley.room.Membership;
import parley.room.RoomEndpoints;
import parley.room.WizardEndpoints;
import parley.saved.SavedMessages;
import parley.session.SessionEndpoints;
import parley.session.Wrapper;
import parley.user.UserEndpoints;

/** Every route of the application. */
record Routes(RoomPage page, Wrapper<Membership> asVisitor, SessionEndpoints sessions, OwnPieces pieces,
        UserEndpoints users, PasskeyEndpoints passkeys, DeviceEndpoints devices,
        MoveEndpoints move,
        RoomEndpoints rooms, WizardEndpoints wizard,
        InvitationEndpoints invitations,
        MessageEndpoints messages, ReactionEndpoints reactions, Health health, Metrics metrics,
        Kept.Endpoints kept) {

    void addTo(RoutesConfig routes) {
        routes.get("/", http -> http.redirect("/rooms/general"));

        routes.post("/session", sessions::issue);
        routes.post("/session/fork", sessions.fork());
        routes.get("/session/pieces", pieces.show());
        routes.put("/session/user", passkeys.signIn());
        routes.delete("/session", sessions.end());

        routes.get("/sessions", devices.list());
        routes.delete("/sessions", devices.endOthers());
        routes.delete("/sessions/{session}", devices.end());

        routes.post("/moves", move.open());
        routes.get("/move", move::page);
        routes.put("/move", move.go());
        routes.post("/move/question", move.ask());

        routes.post("/passkeys", passkeys.make());
        routes.post("/passkeys/creation-options", passkeys.creationOptions());
        routes.post("/passkeys/request-options", passkeys.requestOptions());

        routes.put("/session/look", kept.look().choose());
        routes.get(SavedMessages.PATH, kept.saved().list());

        routes.get("/rooms", rooms.find());
        routes.post("/rooms", rooms.make());
        routes.get("/rooms/{room}", page::show);
        routes.get("/rooms/{room}/session", asVisitor.query(http -> "", page::own));
        routes.get("/rooms/{room}/inside", asVisitor.query(http -> "", page::inside));
        routes.get("/rooms/{room}/pieces", page::pieces);

        routes.put("/wizard/name", wizard.name());
        routes.put("/wizard/entry", wizard.enter());
        routes.put("/wizard/look", wizard.look());
        routes.post("/wizard/room", wizard.make());
        routes.delete("/wizard", wizard.cancel());

        routes.get("/rooms/{room}/invite", invitations::page);
        routes.put("/rooms/{room}/membership", invitations.accept());
        routes.get("/rooms/{room}/invitation", invitations.show());
        routes.put("/rooms/{room}/invitation", invitations.renew());

        routes.post("/rooms/{room}/messages", messages.post());
        routes.put("/rooms/{room}/messages/{key}/reactions/{emoji}", reactions.add());
        routes.delete("/rooms/{room}/messages/{key}/reactions/{emoji}", reactions.remove());
        routes.put("/rooms/{room}/messages/{key}/saved", kept.saved().save());
        routes.delete("/rooms/{room}/messages/{key}/saved", kept.saved().remove());
        routes.put("/rooms/{room}/draft", kept.drafts().keep());
        routes.put("/rooms/{room}/read", kept.reads().advance());
        routes.get("/rooms/{room}/feed", messages::feed);
        routes.get(RoomPage.STREAM, Routes::notAStream);

        routes.put("/user", users.rename());
        routes.get("/avatars/{avatar}.svg", users::avatar);

        routes.get("/health", health::show);
        routes.get("/metrics", metrics::show);
    }

    /** A WebSocket handshake to this address never gets here: see {@link parley.live.Handshake}. */
    private static void notAStream(Context http) {
        http.header("Upgrade", "websocket");
        throw new Problem(426, "This address is the room's live stream: open it as a WebSocket.");
    }
}
