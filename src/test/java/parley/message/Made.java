package parley.message;

import java.util.UUID;
import parley.database.TemporaryDatabase;
import parley.room.Entry;
import parley.room.Look;
import parley.room.Room;
import parley.user.User;

/** Users and rooms, put straight into the tables. */
final class Made {

    private Made() {}

    static User user(TemporaryDatabase database, String name) {
        var user = new User(word().substring(0, 16), name, "mint-otter");
        database.write(transaction -> transaction.handle()
                .execute("insert into users (id, name, avatar) values (?, ?, ?)", user.id(), name, user.avatar()));
        return user;
    }

    static Room room(TemporaryDatabase database) {
        String slug = word();
        long id = database.write(transaction -> transaction.handle()
                .createUpdate("insert into rooms (slug, name) values (:slug, :slug)").bind("slug", slug)
                .executeAndReturnGeneratedKeys("id").mapTo(Long.class).one());
        return new Room(id, slug, slug, Entry.EVERYONE, new Look("💬", "teal"));
    }

    private static String word() {
        return UUID.randomUUID().toString().replace("-", "");
    }
}
