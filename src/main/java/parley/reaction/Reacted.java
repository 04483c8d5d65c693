package parley.reaction;

import java.util.List;

/**
 * What a message called forth.
 *
 * @param key of the message
 * @param revision of the room at which it last changed; 0 if nobody ever reacted
 */
public record Reacted(String key, long revision, List<Reaction> reactions) {

    /** What is sent to every tab whenever somebody reacts names at most so many people an emoji, however many have reacted. */
    public static final int NEWS = 20;

    /** A page is made for one, and names everybody. */
    public static final int EVERYBODY = Integer.MAX_VALUE;
}
