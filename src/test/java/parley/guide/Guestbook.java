package parley.guide;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import parley.database.Database;
import parley.database.Transaction;
import parley.page.Form;
import parley.page.Problem;
import parley.session.Actor;
import parley.session.Answer;
import parley.session.Paging;
import parley.session.SessionContext;
import parley.session.SessionData;
import parley.session.SessionEndpoints;
import parley.session.SessionId;
import parley.session.Sessions;
import parley.session.Wrapper;

/** The examples in docs/sessions.md: a guestbook that visitors sign. */
final class Guestbook {

    /** What somebody wrote. */
    record Entry(long id, String name, String words) {}

    /** What somebody wants to write: the arguments of a mutation. */
    record Signing(String name, String words) {

        static Signing of(Form form) {
            return form.read(fields -> new Signing(
                    fields.field("name", text -> text(text, 40, "Tell who you are, in up to 40 characters.")),
                    fields.field("words", text -> text(text, 500, "Write something, in up to 500 characters."))));
        }

        private static String text(String text, int most, String remedy) {
            if (text.isBlank() || text.length() > most) {
                throw Problem.invalid(remedy);
            }
            return text.strip();
        }
    }

    /** Another step: the session, and what it wrote. */
    record Author(SessionContext session, List<Entry> entries) {

        static Author of(SessionContext session) {
            var entries = session.handle()
                    .select("select * from entries where session_id = ?", session.session().hash())
                    .map((row, context) -> new Entry(row.getLong("id"), row.getString("name"), row.getString("words")))
                    .list();
            if (entries.isEmpty()) {
                throw new Problem(403, "Sign the guestbook first.");
            }
            return new Author(session, entries);
        }
    }

    private static final SessionData.Piece<Integer> VISITS = new SessionData.Piece<>("visits", 0, String::valueOf,
            Integer::valueOf);

    private final Database database;
    private final Sessions sessions;
    private final SessionData data = new SessionData();
    private final UnaryOperator<String> translator;
    final List<String> log = new CopyOnWriteArrayList<>();

    private final Wrapper<SessionContext> session;
    private final Wrapper<SessionContext> made;
    private final Wrapper<Author> author;

    Guestbook(Database database, Sessions sessions, UnaryOperator<String> translator) {
        this.database = database;
        this.sessions = sessions;
        this.translator = translator;
        session = Wrapper.session(database, sessions); // who asks
        made = session.with(sessions::made); // who asks, with a row that others can refer to
        author = session.with(Author::of); // who asks, and has signed
        sessions.onFork(Guestbook::forked);
        sessions.onFork(data::forked);
    }

    void addTo(RoutesConfig routes) {
        var endpoints = new SessionEndpoints(database, sessions, session);
        routes.post("/session", endpoints::issue);
        routes.post("/session/fork", endpoints.fork());
        routes.delete("/session", endpoints.end());

        routes.get("/entries", session.paginated(http -> null, this::list));
        routes.post("/entries", made.mutation(http -> Signing.of(Form.of(http)), this::sign));
        routes.get("/entries/mine", author.query(http -> null, this::mine));
        routes.post("/entries/mine/translation", author.action(http -> null, this::translate));
        routes.post("/visits", made.mutation(http -> null, this::visit));
        routes.post("/session/next", next());
    }

    private Answer sign(SessionContext context, Signing signing) {
        context.handle().createUpdate("insert into entries (session_id, name, words) values (:session, :name, :words)")
                .bind("session", context.session().hash()).bind("name", signing.name())
                .bind("words", signing.words()).execute();
        context.transaction().afterCommit(() -> log.add(signing.name() + " was here"));
        return http -> http.status(HttpStatus.CREATED).result("Thank you, " + signing.name());
    }

    private Answer mine(Author author, Void nothing) {
        return http -> http.result(String.join("\n", author.entries().stream().map(Entry::words).toList()));
    }

    private Answer list(SessionContext context, Void nothing, Paging paging) {
        long after = paging.after().isEmpty() ? 0 : Long.parseLong(paging.after());
        var entries = context.handle().select("select id, words from entries where id > ? order by id limit 2", after)
                .map((row, c) -> new Entry(row.getLong("id"), "", row.getString("words"))).list();
        return http -> {
            http.result(String.join("\n", entries.stream().map(Entry::words).toList()));
            if (entries.size() == 2) {
                http.header("Link", "</entries?" + paging.next(String.valueOf(entries.getLast().id())) + ">; rel=next");
            }
        };
    }

    private Answer translate(Actor<Author> actor, Void nothing) {
        var entry = actor.query(author -> author.entries().getLast());
        String translated = translator.apply(entry.words()); // may take its time: no transaction is open
        actor.mutation(author -> author.session().handle().execute("update entries set words = ? where id = ?",
                translated, entry.id()));
        return http -> http.result(translated);
    }

    private Answer visit(SessionContext context, Void nothing) {
        int visits = data.patch(context, VISITS, before -> before + 1);
        return http -> http.result(String.valueOf(visits));
    }

    private Handler next() {
        return made.refresh(http -> null, (context, nothing) -> http -> http.status(HttpStatus.NO_CONTENT));
    }

    private static void forked(Transaction transaction, SessionId from, SessionId to) {
        transaction.handle().createUpdate("""
                insert into entries (session_id, name, words)
                select :to, name, words from entries where session_id = :from order by id""")
                .bind("from", from.hash()).bind("to", to.hash()).execute();
    }
}
