package parley.saved;

import java.util.List;

/**
 * A stretch of the messages that a session saved, the last saved first.
 *
 * @param next the query of the address of the stretch after it; "" if this is the last
 */
public record SavedList(List<SavedMessage> messages, String next) {}
