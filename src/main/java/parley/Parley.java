package parley;

import io.javalin.Javalin;
import java.nio.file.Path;
import parley.database.Database;
import parley.database.DatabaseFile;
import parley.live.Live;
import parley.page.Assets;
import parley.page.TemplatesIn;
import parley.room.Entrance;
import parley.session.Aging;

/** The application, put together: database, features, routes, server. */
final class Parley implements AutoCloseable {

    private final Metrics metrics;
    private final Database database;
    private final Live live;
    private final Features features;
    private final Aging aging;
    private final Javalin javalin;

    /**
     * Opens the database and the port.
     *
     * @throws parley.database.DatabaseUnavailable if the database cannot be opened
     * @throws WebServer.AddressUnavailable if the port cannot be
     */
    Parley(Config config, Runnable onStorageFailure) {
        var file = DatabaseFile.opening(config.data());
        metrics = new Metrics();
        var templates = config.dev() ? TemplatesIn.folder(Path.of("templates")) : TemplatesIn.build();
        var view = new View(templates, new Assets(config.dev()), config.sessionIds());

        database = new Database(file, onStorageFailure, metrics.registry());
        live = new Live(metrics.registry());
        features = new Features(database, live, config.sessionIds(), templates, metrics.registry());
        aging = features.aging(database, live, config.lifetime()).start();

        var as = Wrappers.of(database, features);
        var entrance = new Entrance(database, features.rooms, features.members, as.session());
        var page = new RoomPage(database, features, as, entrance, view);
        var pieces = new OwnPieces(live, features, as, templates).shown();
        var routes = new Routes(database, features, as, view, page, pieces, metrics);
        javalin = WebServer.create(config, live, view, page, routes);
        start(config);
    }

    /** Who comes before the database is open waits for it. */
    private void start(Config config) {
        try {
            WebServer.start(javalin, config);
            database.awaitOpen();
        } catch (RuntimeException e) {
            close();
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
        aging.close();
        features.openings.close();
        database.close();
        metrics.close();
    }
}
