package parley.room;

import java.util.List;
import org.jdbi.v3.core.Handle;
import parley.database.Transaction;
import parley.live.Live;
import parley.page.Problem;
import parley.session.SessionContext;
import parley.user.User;
import parley.user.UserContext;
import parley.user.Users;

/** Who is in which room by invitation. */
public final class Members {

    /** A condition in SQL: whether the user {@code :user} may enter the room {@code r}. */
    public static final String MAY_ENTER = """
            (r.entry = 'everyone' or exists (
                select 1 from members in_it where in_it.room_id = r.id and in_it.user_id = :user))""";

    /** Touched when somebody is let into a room by invitation. */
    public static final String TOPIC = "my-rooms";

    private final Rooms rooms;
    private final Users users;
    private final Live live;

    public Members(Rooms rooms, Users users, Live live) {
        this.rooms = rooms;
        this.users = users;
        this.live = live;
    }

    /**
     * Makes a room. In one by invitation its maker is the first.
     *
     * @throws Problem 422 if it would be open and there is one of its name
     */
    Room make(UserContext owner, NewRoom wanted) {
        var room = rooms.make(owner, wanted);
        if (!room.isOpen()) {
            add(owner, room);
        }
        return room;
    }

    /**
     * A step: lets everybody into an open room, and into one by invitation who is in it.
     *
     * @param slug of the room
     * @throws Problem 404 if there is no such room, 403 if this user may not enter it
     */
    public Membership enter(UserContext context, String slug) {
        var room = rooms.named(context.transaction(), slug);
        require(context, room);
        return new Membership(context, room);
    }

    /** As {@link #enter}, for who needs to know of the user only where it matters. */
    void admit(SessionContext context, Room room) {
        if (!room.isOpen()) {
            require(users.seen(context), room);
        }
    }

    private static void require(UserContext context, Room room) {
        if (!room.isOpen() && !has(context.handle(), room, context.user())) {
            throw new Problem(403, "This room is by invitation. Ask somebody who is in it for the link.");
        }
    }

    private static boolean has(Handle handle, Room room, User user) {
        return handle.createQuery("select count(*) from members where room_id = :room and user_id = :user")
                .bind("room", room.id()).bind("user", user.id()).mapTo(Integer.class).one() > 0;
    }

    /** Lets the user into a room by invitation. Twice is as good as once. */
    void add(UserContext context, Room room) {
        context.handle()
                .createUpdate("insert into members (room_id, user_id) values (:room, :user) on conflict do nothing")
                .bind("room", room.id()).bind("user", context.user().id()).execute();
        tell(context.transaction(), context.user());
    }

    private void tell(Transaction transaction, User user) {
        users.sessions(transaction.handle(), user)
                .forEach(session -> transaction.afterCommit(() -> live.wakeOwn(session.hash(), TOPIC)));
    }

    /** Two users are one now, who is in all rooms that either was in, and made what either made: {@link Users#onMerge}. */
    public void merged(Transaction transaction, User from, User to) {
        var handle = transaction.handle();
        handle.createUpdate("""
                insert into members (room_id, user_id, since) select room_id, :to, since from members
                where user_id = :from on conflict do nothing""").bind("from", from.id()).bind("to", to.id()).execute();
        handle.createUpdate("delete from members where user_id = :from").bind("from", from.id()).execute();
        handle.createUpdate("update rooms set owner_id = :to where owner_id = :from").bind("from", from.id())
                .bind("to", to.id()).execute();
        tell(transaction, from);
        tell(transaction, to);
    }

    /** The rooms by invitation that the user is in. */
    public List<Room> rooms(UserContext context) {
        return context.handle()
                .createQuery(
                        "select r.* from members m join rooms r on r.id = m.room_id where m.user_id = :user order by r.id")
                .bind("user", context.user().id()).map(Rooms.ROOM).list();
    }
}
