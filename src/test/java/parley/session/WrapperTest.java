package parley.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.extension.RegisterExtension;
import parley.database.TemporaryDatabase;
import parley.page.Problem;

class WrapperTest {

    /** What a wrapper of somebody else's might know. */
    private record Owner(SessionContext session, String room) {}

    @RegisterExtension
    static final TemporaryDatabase database = new TemporaryDatabase();

    private static int visitors;

    private final String secret = "%043d".formatted(++visitors);
    private final Sessions sessions = new Sessions(database.open(), SessionIds.CLIENT);
    private final Wrapper<SessionContext> session = Wrapper.session(database.open(), sessions);
    private final String next = "n%042d".formatted(visitors);
    private final List<HttpStatus> statuses = new ArrayList<>();
    private final List<String> events = new ArrayList<>();

    @Test
    void anEndpointKnowsItsSessionAndItsArguments() throws Exception {
        handle(session.query(http -> "arguments", (context, arguments) -> {
            events.add(arguments);
            assertThat(context.session()).isEqualTo(SessionId.of(secret));
            return http -> events.add("answer");
        }));

        assertThat(events).containsExactly("arguments", "answer");
    }

    @Test
    void anEndpointWithoutASessionIsNotReached() {
        var handler = session.query(http -> "arguments", (context, arguments) -> http -> events.add(arguments));

        assertThatThrownBy(() -> handler.handle(request(null))).isInstanceOf(Problem.class)
                .hasMessageContaining("Session-Id");
        assertThat(events).isEmpty();
    }

    @Test
    void whatIsAskedIsReadBeforeTheTransaction() throws Exception {
        handle(session.with(this::step).mutation(http -> events.add("arguments"), (context, arguments) -> {
            events.add("endpoint");
            return http -> events.add("answer");
        }));

        assertThat(events).containsExactly("arguments", "step", "endpoint", "answer");
    }

    @Test
    void whatIsAskedWronglyIsRefusedWithoutATransaction() {
        var handler = session.with(this::step).mutation(http -> {
            throw Problem.invalid("No");
        }, (context, arguments) -> http -> events.add("answer"));

        assertThatThrownBy(() -> handle(handler)).isInstanceOf(Problem.class).hasMessage("No");
        assertThat(events).isEmpty();
    }

    /** Each has a connection, and there are no more: whoever needed another one to sign would wait for good. */
    @Test
    @Timeout(value = 10, threadMode = ThreadMode.SEPARATE_THREAD)
    void asManyListsAsThereAreConnectionsAreTheFirstToBeSigned() throws Exception {
        var allRead = new CyclicBarrier(8);
        var list = session.reader("/list", (context, paging) -> {
            context.handle().execute("select 1");
            await(allRead);
            return paging.next("1");
        });

        try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
            var signed = readers
                    .invokeAll(Collections.<Callable<String>>nCopies(8, () -> list.apply(SessionId.of(secret).hash())));
            for (var one : signed) {
                assertThat(one.get()).startsWith("page=");
            }
        }
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aQueryMakesNoRow() throws Exception {
        handle(session.query(http -> "", (context, arguments) -> http -> events.add("answer")));

        assertThat(events).containsExactly("answer");
        assertThat(rows()).isZero();
    }

    @Test
    void aQueryCannotWrite() {
        var handler = session.with(sessions::made).query(http -> "",
                (context, arguments) -> http -> events.add("answer"));

        assertThatThrownBy(() -> handle(handler)).hasMessageContaining("Not enough rights");
        assertThat(events).isEmpty();
        assertThat(rows()).isZero();
    }

    @Test
    void aMutationMakesTheSessionsRowOnce() throws Exception {
        var handler = session.with(sessions::made).mutation(http -> "",
                (context, arguments) -> http -> events.add("answer with " + rows()));

        handle(handler);
        handle(handler);

        assertThat(events).containsExactly("answer with 1", "answer with 1");
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void aThrownErrorTakesEverythingBack() {
        var handler = session.with(sessions::made).mutation(http -> "", (context, arguments) -> {
            make(context, "tower");
            throw Problem.invalid("Not today");
        });

        assertThatThrownBy(() -> handle(handler)).isInstanceOf(Problem.class).hasMessage("Not today");
        assertThat(rows()).isZero();
        assertThat(rooms("tower")).isZero();
    }

    @Test
    void stepsBuildOnEachOther() throws Exception {
        var owners = session.with(sessions::made).with(context -> new Owner(context, "attic"))
                .with(owner -> new Owner(owner.session(), owner.room() + " and cellar"));

        handle(owners.mutation(http -> "", (owner, arguments) -> {
            events.add(owner.room());
            make(owner.session(), "attic" + rows(owner));
            return http -> events.add("answer");
        }));

        assertThat(events).containsExactly("attic and cellar", "answer");
        assertThat(rooms("attic1")).as("made in the transaction of the step that made the session").isEqualTo(1);
    }

    @Test
    void aStepCanRefuse() {
        var owners = session.with(sessions::made).with(WrapperTest::owner);
        var handler = owners.mutation(http -> "", (owner, arguments) -> http -> events.add("answer"));

        assertThatThrownBy(() -> handle(handler)).isInstanceOf(Problem.class)
                .hasMessage("Only the owner of the room may do this.")
                .extracting(problem -> ((Problem) problem).status()).isEqualTo(403);
        assertThat(events).isEmpty();
        assertThat(rows()).as("nothing of an earlier step stays").isZero();
    }

    @Test
    void anActionRunsQueriesAndMutationsAsTheSession() throws Exception {
        handle(session.with(sessions::made).action(http -> "tower", (actor, room) -> {
            long before = rooms(room);
            actor.mutation(context -> {
                make(context, room);
                return null;
            });
            events.add(before + " then " + rooms(room));
            return http -> events.add("answer");
        }));

        assertThat(events).containsExactly("0 then 1", "answer");
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void anActionsQueryCannotWrite() {
        var handler = session.action(http -> "", (actor, nothing) -> actor.query(context -> {
            make(context, "castle");
            return http -> events.add("answer");
        }));

        assertThatThrownBy(() -> handle(handler)).hasMessageContaining("Not enough rights");
        assertThat(rooms("castle")).isZero();
    }

    @Test
    void aRefreshMovesTheSessionInTheTransactionOfItsEndpoint() throws Exception {
        handle(session.with(sessions::made).refresh(http -> "", (context, nothing) -> {
            make(context, "garden");
            return http -> events.add("answer");
        }));

        assertThat(events).containsExactly("answer");
        assertThat(rows()).as("of the old ID").isZero();
        assertThat(rows(SessionId.of(next))).isEqualTo(1);
        assertThat(rooms("garden")).isEqualTo(1);
    }

    @Test
    void aRefreshThatRefusesLeavesTheSessionAsItWas() throws Exception {
        handle(session.with(sessions::made).mutation(http -> "", (context, nothing) -> http -> {}));

        assertThatThrownBy(() -> handle(session.refresh(http -> "", (context, nothing) -> {
            throw Problem.invalid("No");
        }))).hasMessage("No");

        assertThat(rows()).isEqualTo(1);
        assertThat(rows(SessionId.of(next))).isZero();
    }

    @Test
    void aRefreshWhoseAnswerWasLostMayBeRepeated() throws Exception {
        var handler = session.with(sessions::made).refresh(http -> "", (context, nothing) -> {
            events.add("once");
            return http -> {};
        });

        handle(handler);
        handle(handler);

        assertThat(events).containsExactly("once");
        assertThat(statuses).containsExactly(HttpStatus.NO_CONTENT);
    }

    @Test
    void aStreamIsLetInByTheSameSteps() {
        assertThat(session.<String>enter(secret, context -> context.session().hash()))
                .isEqualTo(SessionId.of(secret).hash());
        assertThatThrownBy(() -> session.enter(null, context -> "in")).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> session.with(WrapperTest::owner).enter(secret, context -> "in"))
                .hasMessage("Only the owner of the room may do this.");
    }

    @Test
    void aLiveQueryKnowsItsSession() {
        var read = session.reader(context -> context.session().hash());

        String hash = SessionId.of(secret).hash();
        assertThat(read.apply(hash)).isEqualTo(hash);
    }

    private SessionContext step(SessionContext context) {
        events.add("step");
        return context;
    }

    private static Owner owner(SessionContext context) {
        if (!context.session().hash().startsWith("the owner's")) {
            throw new Problem(403, "Only the owner of the room may do this.");
        }
        return new Owner(context, "attic");
    }

    private void handle(Handler handler) throws Exception {
        handler.handle(request(secret));
    }

    /** A request as far as wrappers look at it. */
    private Context request(String id) {
        return (Context) Proxy.newProxyInstance(Context.class.getClassLoader(), new Class<?>[]{Context.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "header" -> switch ((String) arguments[0]) {
                        case "Session-Id" -> id;
                        case "Next-Session-Id" -> next;
                        default -> null;
                    };
                    case "status" -> {
                        statuses.add((HttpStatus) arguments[0]);
                        yield proxy;
                    }
                    default -> throw new AssertionError(method);
                });
    }

    private static void make(SessionContext context, String room) {
        context.handle().execute("insert into rooms (slug, name) values (?, ?)", room, room);
    }

    private static long rooms(String slug) {
        return database.read(handle -> handle.select("select count(*) from rooms where slug = ?", slug)
                .mapTo(Long.class).one());
    }

    private long rows() {
        return rows(SessionId.of(secret));
    }

    private static long rows(SessionId id) {
        return database.read(handle -> handle.select("select count(*) from sessions where id = ?",
                id.hash()).mapTo(Long.class).one());
    }

    private static long rows(Owner owner) {
        return owner.session().handle().select("select count(*) from sessions where id = ?",
                owner.session().session().hash()).mapTo(Long.class).one();
    }
}
