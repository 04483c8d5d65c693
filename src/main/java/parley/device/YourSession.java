package parley.device;

import java.time.Instant;
import java.util.Base64;
import parley.session.SessionId;

/**
 * One of a user's sessions, as they see it.
 *
 * @param handle names it for its own people; neither ID nor hash can be told from it
 * @param device such as "Firefox on Linux"; "" if that is not known
 * @param since when it was made, or null if nothing of it is stored yet
 * @param seen when it was last heard of, give or take some minutes
 * @param open whether a tab of it is listening
 * @param here whether it is the one that asks
 */
public record YourSession(String handle, String device, Instant since, Instant seen, boolean open, boolean here) {

    private static final int HANDLE_BYTES = 12;

    static String handle(SessionId session) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(session.derive("handle")).substring(0,
                HANDLE_BYTES * 4 / 3);
    }
}
