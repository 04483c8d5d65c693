package parley.message;

import parley.RunningParley;
import parley.database.BackDoor;

/** A long history in a moment. */
final class Many {

    private Many() {}

    /** Named 1, 2, 3 and so on, in a room where nobody said anything yet. */
    static void posts(RunningParley parley, String room, int number) {
        parley.visitor().say(room, "1");
        BackDoor.run(parley.data(), """
                insert into messages (room_id, posted, revision, client_key, author_id, body)
                select m.room_id, "X", "X", m.client_key || "X", m.author_id, cast("X" as varchar)
                from system_range(2, %d), messages m join rooms r on r.id = m.room_id where r.slug = '%s'"""
                .formatted(number, room), "update rooms set revision = %d where slug = '%s'".formatted(number, room));
    }
}
