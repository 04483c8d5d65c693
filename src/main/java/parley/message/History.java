package parley.message;

import java.util.List;
import java.util.Map;
import parley.reaction.Reacted;

/**
 * A stretch of a room's messages, oldest first.
 *
 * @param reacted what they called forth, by key
 * @param older whether there are messages before it
 * @param cursor the state of the room that it was read in: {@link parley.live.Cursor}
 */
public record History(List<Message> messages, Map<String, Reacted> reacted, boolean older, String cursor) {}
