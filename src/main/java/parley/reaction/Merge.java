package parley.reaction;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import parley.user.User;

/** One user's reactions become another's, message by message. What both gave counts once. */
record Merge(Handle handle, User from, User to) {

    private static final String OF_FIRST = " where room_id = :room and posted = :posted and user_id = :from";

    void at(Place place, long revision) {
        note(place, revision);
        countOnce(place);
        update(place, "delete from reactions where room_id = :room and posted = :posted and user_id = :to "
                + "and word in (select word from reactions" + OF_FIRST + ")").bind("to", to.id()).execute();
        update(place, "update reactions set user_id = :to" + OF_FIRST).bind("to", to.id()).execute();
    }

    private void note(Place place, long revision) {
        update(place, """
                insert into reaction_changes (room_id, revision, posted, word, user_id)
                select r.room_id, :revision, r.posted, r.word, u.id from reactions r join users u on u.id in (:from, :to)
                where r.room_id = :room and r.posted = :posted and r.user_id = :from""")
                .bind("to", to.id()).bind("revision", revision).execute();
    }

    private void countOnce(Place place) {
        update(place, """
                update reaction_counts set number = number - 1
                where room_id = :room and posted = :posted and word in (
                    select word from reactions where room_id = :room and posted = :posted and user_id in (:from, :to)
                    group by word having count(*) = 2)""").bind("to", to.id()).execute();
    }

    private Update update(Place place, String sql) {
        return handle.createUpdate(sql).bind("room", place.room()).bind("posted", place.posted())
                .bind("from", from.id());
    }
}
