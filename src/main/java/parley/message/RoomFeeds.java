package parley.message;

import parley.database.Database;
import parley.live.Topic;
import parley.room.Room;
import parley.templates.Templates;

/** The rooms' histories as feeds that tabs can listen to. */
public record RoomFeeds(Database database, Messages messages, Templates templates) {

    public Topic.Feed of(Room room) {
        return new Topic.Feed(room.topic(), database.epoch(), new RoomFeed(database, messages, templates, room));
    }
}
