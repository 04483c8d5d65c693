package parley.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import parley.database.TemporaryDatabase;
import parley.room.Room;
import parley.user.User;

/** Who is remembered, and for how long: seen by rows that are taken away behind its back. */
class AuthorsTest {

    @RegisterExtension
    static final TemporaryDatabase database = new TemporaryDatabase();

    private final Authors authors = new Authors(2);
    private User ann;
    private Room room;

    @BeforeEach
    void annWrote() {
        ann = Made.user(database, "Ann");
        room = Made.room(database);
        add(ann, room);
        assertThat(rows(ann)).isEqualTo(1);
    }

    @Test
    void whoIsKnownIsNotLookedUpAgain() {
        forgetOnDisk();

        add(ann, room);

        assertThat(rows(ann)).isZero();
    }

    @Test
    void anotherRoomIsAnotherMatter() {
        add(ann, Made.room(database));

        assertThat(rows(ann)).isEqualTo(2);
    }

    @Test
    void whenTooManyAreKnownAllAreLookedUpAnew() {
        add(Made.user(database, "Bob"), room);
        add(Made.user(database, "Cleo"), room);
        forgetOnDisk();

        add(ann, room);

        assertThat(rows(ann)).isEqualTo(1);
    }

    @Test
    void whoIsRemovedWritesAgainInTheSameCommit() {
        var afterRestart = new Authors(2);

        database.write(transaction -> {
            afterRestart.add(transaction, ann, room.id());
            afterRestart.remove(transaction, ann);
            afterRestart.add(transaction, ann, room.id());
            return null;
        });

        assertThat(rows(ann)).isEqualTo(1);
    }

    private void add(User user, Room where) {
        database.write(transaction -> {
            authors.add(transaction, user, where.id());
            return null;
        });
    }

    private static void forgetOnDisk() {
        database.write(transaction -> transaction.handle().execute("delete from authors"));
    }

    private static int rows(User user) {
        return database.read(handle -> handle.createQuery("select count(*) from authors where user_id = :user")
                .bind("user", user.id()).mapTo(Integer.class).one());
    }
}
