package parley.saved;

import parley.user.User;

/**
 * A message that a session came across and wants to find again, as it is now.
 *
 * @param id grows with the time of saving
 * @param key names the message in its room
 * @param slug of the room
 */
public record SavedMessage(long id, String key, String slug, String room, User author, String body) {}
