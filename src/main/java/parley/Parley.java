package parley;

import io.javalin.Javalin;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import parley.database.Database;
import parley.database.Transaction;
import parley.device.DeviceEndpoints;
import parley.device.MoveEndpoints;
import parley.device.Moves;
import parley.device.Openings;
import parley.device.YourSessions;
import parley.live.Live;
import parley.live.OwnQuery;
import parley.message.MessageEndpoints;
import parley.message.Messages;
import parley.message.Newest;
import parley.message.RoomFeeds;
import parley.page.Assets;
import parley.page.Html;
import parley.page.TemplatesIn;
import parley.passkey.PasskeyEndpoints;
import parley.passkey.Passkeys;
import parley.presence.Presence;
import parley.reaction.ReactionEndpoints;
import parley.reaction.Reactions;
import parley.room.Entrance;
import parley.room.InvitationEndpoints;
import parley.room.Members;
import parley.room.Revisions;
import parley.room.RoomEndpoints;
import parley.room.Rooms;
import parley.room.WizardEndpoints;
import parley.room.Wizards;
import parley.session.Aging;
import parley.session.SessionEndpoints;
import parley.session.SessionId;
import parley.session.Sessions;
import parley.session.Wrapper;
import parley.user.UserContext;
import parley.user.UserEndpoints;
import parley.user.Users;

/** The application, put together: database, features, routes, server. */
final class Parley implements AutoCloseable {

    private final Metrics metrics = new Metrics();
    private final Database database;
    private final Live live;
    private final Aging aging;
    private final Openings openings;
    private final Javalin javalin;

    /**
     * Opens the database and the port.
     *
     * @throws parley.database.DatabaseUnavailable if the database cannot be opened
     * @throws WebServer.AddressUnavailable if the port cannot be
     */
    Parley(Config config, Runnable onStorageFailure) {
        database = Database.open(config.data(), onStorageFailure, metrics.registry());
        live = new Live(metrics.registry());
        var assets = new Assets(config.dev());
        var templates = config.dev() ? TemplatesIn.folder(Path.of("templates")) : TemplatesIn.build();

        var sessions = new Sessions(database, config.sessionIds());
        var users = new Users(sessions);
        var rooms = new Rooms(live);
        var newest = new Newest(live);
        var revisions = new Revisions(live);
        var reactions = new Reactions(revisions);
        var messages = new Messages(revisions, newest, database.epoch(), metrics.registry());
        var feeds = new RoomFeeds(database, messages, templates);
        var presence = new Presence(database, users, live, templates);
        var passkeys = new Passkeys(users, live);
        var yourSessions = new YourSessions(sessions, users, live);
        var moves = new Moves(users);
        openings = new Openings(database, live);

        var session = Wrapper.session(database, sessions);
        var asReader = session.with(users::seen);
        var asUser = session.with(users::made);
        var members = new Members(rooms, users, live);
        var wizards = new Wizards(live);
        var entrance = new Entrance(database, rooms, members, session);
        var asVisitor = asReader.with(http -> http.pathParam("room"), members::enter);
        var asMember = asUser.with(http -> http.pathParam("room"), members::enter);
        var made = session.with(sessions::made);
        var asKeeper = made.with(users::seen).with(http -> http.pathParam("room"), members::enter);
        var keepsakes = Kept.by(sessions, live);

        sessions.onFork(wizards::forked);
        sessions.onEnd(ended -> live.end(ended.hash()));
        sessions.onChange(yourSessions::changed);
        live.onPresence(openings::changed);
        users.onRename(messages::renamed);
        users.onRename(presence::renamed);
        users.onMerge(messages::merged);
        users.onMerge(reactions::merged);
        users.onMerge(members::merged);
        users.onMerge(presence::merged);
        users.onRename((transaction, user) -> wake(transaction, users.sessions(transaction.handle(), user), "user"));
        users.keptBy("select 1 from authors where user_id = u.id");
        users.keptBy(Reactions.KEEP);
        users.keptBy("select 1 from members where user_id = u.id");
        users.knownBy("select 1 from passkeys where user_id = u.id");
        live.own(new OwnQuery<>("name", Set.of("user"), asReader.reader(UserContext::user),
                user -> Html.bytes(templates.userName(user))));
        live.own(new OwnQuery<>("account", Set.of(Passkeys.TOPIC), asReader.reader(passkeys::keeps),
                kept -> Html.bytes(templates.passkeyAccount(kept))));
        live.own(new OwnQuery<>("my-rooms", Set.of(Members.TOPIC), asReader.reader(members::rooms),
                mine -> Html.bytes(templates.roomMine(mine, ""))));
        live.own(new OwnQuery<>("wizard", Set.of(Wizards.TOPIC), session.reader(wizards::of),
                wizard -> Html.bytes(templates.roomWizard(wizard))));
        keepsakes.show(live, session, asReader, templates);
        live.own(new OwnQuery<>("sessions", Set.of(YourSessions.TOPIC), asReader.reader(yourSessions::of),
                all -> Html.bytes(templates.deviceSessions(all))));

        var page = new RoomPage(database, session, rooms, entrance, members, messages, newest, feeds, presence,
                keepsakes.drafts(),
                config.sessionIds(), assets, templates);
        var routes = new Routes(page, asVisitor, new SessionEndpoints(database, sessions, session),
                new OwnPieces(live, session), new UserEndpoints(users, asUser, templates),
                new PasskeyEndpoints(passkeys, users, session),
                new DeviceEndpoints(yourSessions, asReader, templates),
                new MoveEndpoints(moves, users, session, config.sessionIds(), assets, templates),
                new RoomEndpoints(rooms, members, asReader, asUser, templates),
                new WizardEndpoints(wizards, members, made, asUser, templates),
                new InvitationEndpoints(rooms, members, asVisitor, asUser, asMember, config.sessionIds(), assets,
                        templates),
                new MessageEndpoints(messages, entrance, feeds, asMember),
                new ReactionEndpoints(reactions, asMember, templates), new Health(database), metrics,
                keepsakes.endpoints(asReader, made, asKeeper, templates));
        aging = new Aging(database, sessions, config.lifetime(), this::listening).sweeping(users::sweep)
                .sweeping(wizards::sweep).sweeping(moves::sweep).start();
        try {
            javalin = WebServer.start(config, live, page, assets, templates, routes);
        } catch (RuntimeException e) {
            aging.close();
            live.close();
            openings.close();
            database.close();
            throw e;
        }
    }

    private void wake(Transaction transaction, List<SessionId> owners, String topic) {
        owners.forEach(owner -> transaction.afterCommit(() -> live.wakeOwn(owner.hash(), topic)));
    }

    private Set<SessionId> listening() {
        return live.owners().stream().map(SessionId::new).collect(Collectors.toSet());
    }

    int port() {
        return javalin.port();
    }

    /** Sends the tabs away, answers what is being asked, closes the database. */
    @Override
    public void close() {
        aging.close();
        live.close();
        javalin.stop();
        openings.close();
        database.close();
        metrics.close();
    }
}
