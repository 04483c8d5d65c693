package parley;

import io.javalin.Javalin;
import java.nio.file.Path;
import parley.database.Database;
import parley.live.Live;
import parley.message.MessageEndpoints;
import parley.message.Messages;
import parley.message.RoomFeeds;
import parley.page.Assets;
import parley.page.TemplatesIn;
import parley.presence.Presence;
import parley.room.Entrance;
import parley.room.InvitationEndpoints;
import parley.room.Members;
import parley.room.RoomEndpoints;
import parley.room.Rooms;
import parley.session.Wrapper;
import parley.user.UserEndpoints;
import parley.user.Users;

/** The application, put together: database, features, routes, server. */
final class Parley implements AutoCloseable {

    private final Metrics metrics = new Metrics();
    private final Database database;
    private final Live live;
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

        var users = new Users();
        var rooms = new Rooms(live);
        var messages = new Messages(live, database.epoch(), metrics.registry());
        var feeds = new RoomFeeds(database, messages, templates);
        var presence = new Presence(database, users, live, templates);
        users.onRename(messages::renamed);
        users.onRename(presence::renamed);

        var session = Wrapper.session(database);
        var asReader = session.with(users::seen);
        var asUser = session.with(users::made);
        var members = new Members(rooms, users);
        var entrance = new Entrance(database, rooms, members, session);
        var asVisitor = asReader.with(http -> http.pathParam("room"), members::enter);
        var asMember = asUser.with(http -> http.pathParam("room"), members::enter);
        var page = new RoomPage(database, rooms, entrance, members, messages, feeds, presence, assets, templates);
        var routes = new Routes(page, asVisitor, new UserEndpoints(users, asUser, templates),
                new RoomEndpoints(rooms, asUser),
                new InvitationEndpoints(rooms, asVisitor, asUser, asMember, assets, templates),
                new MessageEndpoints(messages, entrance, feeds, asMember), new Health(database), metrics);

        try {
            javalin = WebServer.start(config, live, page, assets, templates, routes);
        } catch (RuntimeException e) {
            live.close();
            database.close();
            throw e;
        }
    }

    int port() {
        return javalin.port();
    }

    /** Sends the tabs away, answers what is being asked, closes the database. */
    @Override
    public void close() {
        live.close();
        javalin.stop();
        database.close();
        metrics.close();
    }
}
