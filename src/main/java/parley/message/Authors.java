package parley.message;

import java.util.List;
import org.jdbi.v3.core.Handle;
import parley.database.Remembered;
import parley.database.Transaction;
import parley.user.User;

/** Who wrote in which room: by this, a rename or a merge of users finds what it concerns. */
final class Authors {

    private record Author(String user, long room) {}

    /** Whose row is on disk. To look for it with each post would cost a seventh of its statements. */
    private final Remembered<Author, Author> known;

    /** @param mostKnown how many are remembered; one more, and all are looked up anew */
    Authors(int mostKnown) {
        this.known = new Remembered<>(mostKnown);
    }

    /** It counts, for whether a row exists H2 tells from memory if it was asked before in the same transaction. */
    void add(Transaction transaction, User user, long room) {
        var author = new Author(user.id(), room);
        if (known.get(author).isPresent()) {
            return;
        }
        transaction.handle().createUpdate("""
                insert into authors (user_id, room_id, since) select :user, id, revision from rooms
                where id = :room and (select count(*) from authors where user_id = :user and room_id = :room) = 0
                on conflict do nothing""").bind("user", user.id()).bind("room", room).execute();
        known.put(transaction, author, author);
    }

    /** Where the user wrote. */
    List<Long> rooms(Handle handle, User user) {
        return handle.createQuery("select room_id from authors where user_id = :user order by room_id")
                .bind("user", user.id()).mapTo(Long.class).list();
    }

    void renamed(Handle handle, User user, long room, long revision) {
        handle.createUpdate("update authors set renamed = :revision where user_id = :user and room_id = :room")
                .bind("revision", revision).bind("user", user.id()).bind("room", room).execute();
    }

    /** From here on, what one user wrote in the room may be another's. */
    void inherit(Transaction transaction, User user, long room, User from) {
        add(transaction, user, room);
        transaction.handle().createUpdate("""
                update authors set since = least(since,
                    (select since from authors where user_id = :from and room_id = :room))
                where user_id = :user and room_id = :room""")
                .bind("from", from.id()).bind("user", user.id()).bind("room", room).execute();
    }

    void remove(Transaction transaction, User user) {
        transaction.handle().createUpdate("delete from authors where user_id = :user").bind("user", user.id())
                .execute();
        known.forget(transaction, (author, same) -> author.user().equals(user.id()));
    }
}
