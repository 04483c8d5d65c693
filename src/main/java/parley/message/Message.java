package parley.message;

import java.time.Instant;
import java.util.List;
import parley.user.User;

/**
 * Something that somebody said.
 *
 * @param key made by the author's tab; names the message for good
 * @param posted the revision that the room took for it: its place in the order
 * @param revision the room's revision at its last change
 */
public record Message(String key, long posted, long revision, User author, String body, Instant at) {

    public List<Text> parts() {
        return Text.parts(body);
    }
}
