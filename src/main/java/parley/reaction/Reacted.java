package parley.reaction;

import java.util.List;

/**
 * What a message called forth.
 *
 * @param key of the message
 * @param revision of the room at which it last changed; 0 if nobody ever reacted
 */
public record Reacted(String key, long revision, List<Reaction> reactions) {}
