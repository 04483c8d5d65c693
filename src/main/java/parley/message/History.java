package parley.message;

import java.util.List;

/**
 * A stretch of a room's messages, oldest first.
 *
 * @param older whether there are messages before it
 * @param cursor the state of the room that it was read in: {@link parley.live.Cursor}
 */
public record History(List<Message> messages, boolean older, String cursor) {}
