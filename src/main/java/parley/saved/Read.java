package parley.saved;

/**
 * How far a session has read a room.
 *
 * @param slug of the room
 * @param posted the number of the newest message that was seen
 * @param newest the number of the newest message that there is
 */
public record Read(String slug, long posted, long newest) {}
