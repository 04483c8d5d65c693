package parley.presence;

import java.util.List;
import parley.user.User;

/**
 * Who is in a room.
 *
 * @param here those shown, in the order in which they came
 * @param more how many others there are
 */
public record People(List<Here> here, int more) {

    /** @param tabs how many tabs the user has open on the room */
    public record Here(User user, int tabs) {}
}
