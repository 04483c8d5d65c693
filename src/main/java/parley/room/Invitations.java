package parley.room;

import org.jdbi.v3.core.Handle;
import parley.page.Problem;
import parley.session.Secret;
import parley.user.UserContext;

/** What the links into rooms by invitation end with. Stored as it is, since members are shown it again. */
final class Invitations {

    private final Rooms rooms;
    private final Members members;

    Invitations(Rooms rooms, Members members) {
        this.rooms = rooms;
        this.members = members;
    }

    Secret of(Handle handle, Room room) {
        return handle.createQuery("select invite from rooms where id = :id").bind("id", room.id()).mapTo(String.class)
                .map(Secret::new).one();
    }

    /** The link of before leads nowhere from now on; who came by it stays. */
    Secret renew(Handle handle, Room room) {
        var fresh = Secret.fresh();
        handle.createUpdate("update rooms set invite = :invite where id = :id").bind("invite", fresh.text())
                .bind("id", room.id()).execute();
        return fresh;
    }

    /**
     * Lets the user into the room.
     *
     * @param guess what their link ends with
     * @throws Problem 403 if that is not the room's invitation
     */
    Room accept(UserContext context, String slug, String guess) {
        var room = rooms.named(context.handle(), slug);
        if (room.isOpen()) {
            return room;
        }
        if (!of(context.handle(), room).is(guess)) {
            throw new Problem(403,
                    "This link does not lead in: it was not copied whole, or there is a newer one. Ask for the link again.");
        }
        members.add(context, room);
        return room;
    }
}
