package parley.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import parley.database.TemporaryDatabase;
import parley.session.SessionId;
import parley.session.SessionIds;
import parley.session.Sessions;

class SuggestionsTest {

    private static final int MANY = 3_000;

    @RegisterExtension
    static final TemporaryDatabase database = new TemporaryDatabase();

    private final Suggestions suggestions = new Suggestions();

    @Test
    void aSessionIsTheSamePersonInEveryAnswer() {
        long before = database.count("users");
        var user = suggested(suggestions, 1);

        assertThat(suggested(suggestions, 1)).isEqualTo(user);
        assertThat(suggested(new Suggestions(), 1)).isEqualTo(user);
        assertThat(database.count("users")).isEqualTo(before);
    }

    @Test
    void thousandsOfSessionsHaveThousandsOfNames() {
        var users = database.read(handle -> IntStream.range(0, MANY)
                .mapToObj(number -> suggestions.user(handle, session(number))).toList());

        assertThat(users).extracting(User::name).doesNotHaveDuplicates();
        assertThat(users).extracting(User::id).doesNotHaveDuplicates().allMatch(id -> id.matches("[0-9a-v]{16}"));
        assertThat(users).allSatisfy(user -> {
            assertThat(user.name()).matches("[A-Z][a-z]+ [A-Z][a-z]+( \\d+)?");
            assertThat(user.avatar()).isEqualTo(user.name().toLowerCase().replace(' ', '-'));
        });
    }

    @Test
    void aNameThatSomebodyHasIsNotSuggested() {
        String taken = suggested(new Suggestions(), 7).name();
        database.write(transaction -> transaction.handle()
                .execute("insert into users (id, name, avatar) values ('0123456789abcdef', ?, 'mint-otter')", taken));

        assertThat(suggested(suggestions, 7).name()).isNotEqualTo(taken);
    }

    @Test
    void whenEveryPairIsTakenPeopleHaveNumbersAndAreFoundByTwoQueries() {
        takeEveryPair();
        var users = new Users(new Sessions(database.open(), SessionIds.CLIENT));
        var sessions = IntStream.range(0, MANY).mapToObj(SuggestionsTest::session).toList();
        var queries = new AtomicInteger();

        var people = database.read(handle -> users.of(counting(handle, queries), sessions));

        assertThat(queries).hasValue(2);
        assertThat(people.values()).extracting(User::name).doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[A-Z][a-z]+ [A-Z][a-z]+ \\d+"));
        assertThat(people).containsEntry(session(7), suggested(suggestions, 7));
    }

    @Test
    void nothingPublicLeadsBackToTheSession() {
        byte[] hash = Base64.getUrlDecoder().decode(session(1).hash());

        assertThat(new BigInteger(1, hash).toString(32)).doesNotContain(suggested(suggestions, 1).id());
    }

    private static void takeEveryPair() {
        database.write(transaction -> {
            var rows = transaction.handle()
                    .prepareBatch("insert into users (id, name, avatar) values (:id, :name, 'mint-otter')");
            int number = 0;
            for (String colour : Words.COLOURS) {
                for (String animal : Words.ANIMALS) {
                    rows.bind("id", Integer.toString(number++)).bind("name", Suggestions.pair(colour, animal)).add();
                }
            }
            return rows.execute();
        });
    }

    private static Handle counting(Handle handle, AtomicInteger queries) {
        return handle.setSqlLogger(new SqlLogger() {
            @Override
            public void logAfterExecution(StatementContext context) {
                queries.incrementAndGet();
            }
        });
    }

    private static User suggested(Suggestions suggestions, int number) {
        return database.read(handle -> suggestions.user(handle, session(number)));
    }

    private static SessionId session(int number) {
        return SessionId.of("%043d".formatted(number));
    }
}
