package parley.reaction;

import java.util.List;

/**
 * One emoji under a message.
 *
 * @param by the IDs of some of those who gave it: of those whom it is told for
 * @param left the IDs of those who are to know that they are not among them
 */
public record Reaction(Emoji emoji, long count, List<String> by, List<String> left) {}
