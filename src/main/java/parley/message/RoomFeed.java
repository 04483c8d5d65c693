package parley.message;

import gg.jte.output.Utf8ByteOutput;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import parley.database.Database;
import parley.live.Topic;
import parley.reaction.Reacted;
import parley.reaction.Tally;
import parley.room.Room;
import parley.templates.Templates;
import parley.user.User;

/** A room's history as numbered changes: messages, reactions to them, and renames of those who wrote them. */
public final class RoomFeed implements Topic.Source {

    private record Renamed(User user, long revision) {}

    private record State(List<Message> messages, Collection<Reacted> reacted, List<Renamed> renamed, long revision) {}

    private final Database database;
    private final Messages messages;
    private final Templates templates;
    private final Room room;

    public RoomFeed(Database database, Messages messages, Templates templates, Room room) {
        this.database = database;
        this.messages = messages;
        this.templates = templates;
        this.room = room;
    }

    @Override
    public long newest() {
        return database.read(transaction -> messages.revision(transaction.handle(), room));
    }

    @Override
    public Topic.Changes changes(long after, long upTo) {
        var state = database.read(transaction -> state(transaction.handle(), after, upTo));
        return new Topic.Changes(state.revision(), html(state));
    }

    private State state(Handle handle, long after, long upTo) {
        long end = Math.min(upTo, messages.revision(handle, room));
        return new State(messages.changed(handle, room, after, end), Tally.changed(handle, room, after, end),
                renamed(handle, after, end), end);
    }

    private List<Renamed> renamed(Handle handle, long after, long upTo) {
        return handle.createQuery("""
                select u.id, u.name, u.avatar, a.renamed from authors a join users u on u.id = a.user_id
                where a.room_id = :room and a.renamed > :after and a.renamed <= :upTo order by a.renamed""")
                .bind("room", room.id()).bind("after", after).bind("upTo", upTo)
                .map((row, context) -> new Renamed(
                        new User(row.getString("id"), row.getString("name"), row.getString("avatar")),
                        row.getLong("renamed")))
                .list();
    }

    private byte[] html(State state) {
        var output = new Utf8ByteOutput();
        templates.messageMessages(state.messages(), Map.of()).render(output);
        state.reacted().forEach(each -> templates.reactionReactions(each).render(output));
        state.renamed().forEach(change -> templates.messageRenamed(change.user(), change.revision()).render(output));
        return output.toByteArray();
    }
}
