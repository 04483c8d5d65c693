package parley.live;

import java.util.regex.Pattern;
import parley.page.Problem;

/**
 * How far a tab has seen a feed, written {@code epoch:revision}.
 *
 * @param epoch of the database that the revision counts in
 */
public record Cursor(String epoch, long revision) {

    private static final Pattern FORM = Pattern.compile("([0-9a-z]{1,16}):(\\d{1,18})");

    /** @throws Problem 400 if the text is no cursor */
    public static Cursor of(String text) {
        var parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw Problem
                    .malformed("after is no cursor: send back the one that the last answer gave, such as 3f0c9a:42.");
        }
        return new Cursor(parts.group(1), Long.parseLong(parts.group(2)));
    }

    @Override
    public String toString() {
        return epoch + ":" + revision;
    }
}
