package parley.reaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import parley.database.TemporaryDatabase;
import parley.session.SessionIds;
import parley.session.Sessions;
import parley.user.Users;

/** Whoever reacted is remembered, even when no session is them any more. */
class KeptTest {

    @RegisterExtension
    static final TemporaryDatabase database = new TemporaryDatabase();

    private final Users users = new Users(new Sessions(database.open(), SessionIds.CLIENT));

    @Test
    void sweepingLeavesThemAndTakesTheOthers() {
        users.keptBy(Reactions.KEEP);
        users.keptBy("select 1 from messages where author_id = u.id");
        String author = user();
        String reader = user();
        user();
        database.write(transaction -> transaction.handle().createScript("""
                insert into messages (room_id, posted, revision, client_key, author_id, body)
                select id, 1, 1, 'key', '%s', 'Hello' from rooms;
                insert into reactions (room_id, posted, word, user_id)
                select id, 1, 'heart', '%s' from rooms;""".formatted(author, reader)).execute());

        database.write(transaction -> {
            users.sweep(transaction);
            return null;
        });

        List<String> left = database.read(handle -> handle.select("select id from users").mapTo(String.class).list());
        assertThat(left).containsExactlyInAnyOrder(author, reader);
    }

    private static String user() {
        String id = UUID.randomUUID().toString().substring(0, 16);
        database.write(transaction -> transaction.handle()
                .execute("insert into users (id, name, avatar) values (?, 'Somebody', 'mint-otter')", id));
        return id;
    }
}
