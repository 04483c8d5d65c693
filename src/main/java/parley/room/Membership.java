package parley.room;

import org.jdbi.v3.core.Handle;
import parley.database.Transaction;
import parley.user.User;
import parley.user.UserContext;

/** The context of who may be in the room: the session, its user, and the room. */
public record Membership(UserContext context, Room room) {

    public User user() {
        return context.user();
    }

    public Transaction transaction() {
        return context.transaction();
    }

    public Handle handle() {
        return context.handle();
    }
}
