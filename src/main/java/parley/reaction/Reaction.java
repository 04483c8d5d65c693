package parley.reaction;

import java.util.List;

/**
 * One emoji under a message.
 *
 * @param by the IDs of those who gave it, the last of them last
 */
public record Reaction(Emoji emoji, List<String> by) {

    public int count() {
        return by.size();
    }

    /** At most so many of those who gave it, the last of them. */
    public List<String> last(int most) {
        return by.subList(Math.max(0, by.size() - most), by.size());
    }
}
