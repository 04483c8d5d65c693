package parley;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import parley.database.Database;
import parley.device.DeviceEndpoints;
import parley.device.MoveEndpoints;
import parley.look.LookEndpoints;
import parley.message.MessageEndpoints;
import parley.page.Problem;
import parley.passkey.PasskeyEndpoints;
import parley.reaction.ReactionEndpoints;
import parley.room.InvitationEndpoints;
import parley.room.RoomEndpoints;
import parley.room.WizardEndpoints;
import parley.saved.DraftEndpoints;
import parley.saved.ReadEndpoints;
import parley.saved.SavedEndpoints;
import parley.saved.SavedMessages;
import parley.session.SessionEndpoints;
import parley.user.UserEndpoints;

/** Every route of the application. */
record Routes(Database database, Features features, Wrappers as, View view, RoomPage page, OwnPieces pieces,
        Metrics metrics) {

    /** Messages first: Javalin looks at one route after the other, and nothing is asked for as often. */
    void addTo(RoutesConfig routes) {
        addMessages(routes);
        routes.get("/", http -> http.redirect("/rooms/general"));
        addSession(routes);
        addUser(routes);
        addRooms(routes);
        addInvitations(routes);
        addKept(routes);
        routes.get("/health", new Health(database)::show);
        routes.get("/metrics", metrics::show);
    }

    private void addMessages(RoutesConfig routes) {
        var messages = new MessageEndpoints(features.messages, page.entrance(), features.feeds, as.member());
        routes.post("/rooms/{room}/messages", messages.post());
        routes.get("/rooms/{room}/feed", messages::feed);
        routes.get(RoomPage.STREAM, Routes::notAStream);

        var reactions = new ReactionEndpoints(features.reactions, as.visitor(), as.member(), view.templates());
        routes.get("/rooms/{room}/reactions", reactions.own());
        routes.put("/rooms/{room}/messages/{key}/reactions/{emoji}", reactions.add());
        routes.delete("/rooms/{room}/messages/{key}/reactions/{emoji}", reactions.remove());
    }

    private void addSession(RoutesConfig routes) {
        var sessions = new SessionEndpoints(database, features.sessions, as.session());
        routes.post("/session", sessions::issue);
        routes.post("/session/fork", sessions.fork());
        routes.get("/session/pieces", pieces.all());
        routes.delete("/session", sessions.end());

        var devices = new DeviceEndpoints(features.yourSessions, as.reader(), view.templates());
        routes.get("/sessions", devices.list());
        routes.delete("/sessions", devices.endOthers());
        routes.delete("/sessions/{session}", devices.end());
    }

    private void addUser(RoutesConfig routes) {
        var users = new UserEndpoints(features.users, as.user(), view.templates());
        routes.put("/user", users.rename());
        routes.get("/avatars/{avatar}.svg", users::avatar);

        var passkeys = new PasskeyEndpoints(features.passkeys, features.users, as.session());
        routes.post("/passkeys", passkeys.make());
        routes.post("/passkeys/creation-options", passkeys.creationOptions());
        routes.post("/passkeys/request-options", passkeys.requestOptions());
        routes.put("/session/user", passkeys.signIn());

        var moves = new MoveEndpoints(features.moves, features.users, as.session(), view.ids(), view.assets(),
                view.templates());
        routes.post("/moves", moves.open());
        routes.get("/move", moves::page);
        routes.put("/move", moves.go());
        routes.post("/move/question", moves.ask());
    }

    private void addRooms(RoutesConfig routes) {
        var rooms = new RoomEndpoints(features.rooms, features.members, as.reader(), as.user(), view.templates());
        routes.get("/rooms", rooms.find());
        routes.post("/rooms", rooms.make());
        routes.get("/rooms/{room}", page::show);
        routes.get("/rooms/{room}/session", as.visitor().query(http -> "", page::own));
        routes.get("/rooms/{room}/inside", as.visitor().query(http -> "", page::inside));
        routes.get("/rooms/{room}/pieces", page::pieces);

        var wizard = new WizardEndpoints(features.wizards, features.members, as.made(), as.user(), view.templates());
        routes.put("/wizard/name", wizard.name());
        routes.put("/wizard/entry", wizard.enter());
        routes.put("/wizard/look", wizard.look());
        routes.post("/wizard/room", wizard.make());
        routes.delete("/wizard", wizard.cancel());
    }

    private void addInvitations(RoutesConfig routes) {
        var invitations = new InvitationEndpoints(features.rooms, features.members, as.visitor(), as.user(),
                as.member(), view.ids(), view.assets(), view.templates());
        routes.get("/rooms/{room}/invite", invitations::page);
        routes.put("/rooms/{room}/membership", invitations.accept());
        routes.get("/rooms/{room}/invitation", invitations.show());
        routes.put("/rooms/{room}/invitation", invitations.renew());
    }

    /** What a session keeps for itself. */
    private void addKept(RoutesConfig routes) {
        var saved = new SavedEndpoints(features.saved, as.reader(), as.keeper(), view.templates());
        routes.get(SavedMessages.PATH, saved.list());
        routes.put("/rooms/{room}/messages/{key}/saved", saved.save());
        routes.delete("/rooms/{room}/messages/{key}/saved", saved.remove());

        routes.put("/rooms/{room}/draft", new DraftEndpoints(features.drafts, as.keeper()).keep());
        routes.put("/rooms/{room}/read", new ReadEndpoints(features.reads, as.keeper()).advance());
        routes.put("/session/look", new LookEndpoints(features.data, as.made()).choose());
    }

    /** A WebSocket handshake to this address never gets here: see {@link parley.live.Handshake}. */
    private static void notAStream(Context http) {
        http.header("Upgrade", "websocket");
        throw new Problem(426, "This address is the room's live stream: open it as a WebSocket.");
    }
}
