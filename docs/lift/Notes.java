import io.javalin.Javalin;
import io.javalin.http.staticfiles.Location;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import parley.database.Database;
import parley.page.Problem;
import parley.session.Answer;
import parley.session.SessionContext;
import parley.session.SessionEndpoints;
import parley.session.SessionIds;
import parley.session.Sessions;
import parley.session.Wrapper;

/** Each tab has notes of its own. */
class Notes {

    static void main(String... port) {
        var database = Database.open(Path.of("data"), () -> System.exit(1), new SimpleMeterRegistry());
        var sessions = new Sessions(database, SessionIds.CLIENT);
        var session = Wrapper.session(database, sessions);
        var made = session.with(sessions::made);
        var endpoints = new SessionEndpoints(database, sessions, session);
        sessions.onFork((transaction, from, to) -> transaction.handle().execute(
                "insert into notes (session_id, text) select ?, text from notes where session_id = ?", to.hash(), from.hash()));

        Javalin.create(config -> {
            config.staticFiles.enableWebjars();
            config.staticFiles.add("static", Location.EXTERNAL);
            config.routes.post("/session/fork", endpoints.fork());
            config.routes.delete("/session", endpoints.end());
            config.routes.get("/notes", session.query(http -> null, (context, nothing) -> list(context)));
            config.routes.post("/notes", made.mutation(http -> http.formParam("text"), Notes::add));
            config.routes.exception(Problem.class, (problem, http) -> http.status(problem.status()).result(problem.getMessage()));
        }).start(Integer.parseInt(port[0]));
    }

    static Answer add(SessionContext context, String text) {
        context.handle().execute("insert into notes (session_id, text) values (?, ?)", context.session().hash(), text);
        return list(context);
    }

    static Answer list(SessionContext context) {
        var notes = context.handle().select("select text from notes where session_id = ?", context.session().hash())
                .mapTo(String.class).map(text -> "<li>" + text.replace("&", "&amp;").replace("<", "&lt;") + "</li>").list();
        return http -> http.html(String.join("\n", notes));
    }
}
