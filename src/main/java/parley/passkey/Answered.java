package parley.passkey;

import java.util.Optional;
import parley.page.Problem;
import parley.session.SessionId;

/**
 * What a browser answered to a challenge, not verified yet.
 *
 * @param asked the session that the challenge was for; empty if there is no such challenge, or no more
 */
record Answered<T>(T data, Site site, Optional<SessionId> asked) {

    /** @throws Problem 422 if it is not the session's to answer, or not any more */
    T by(SessionId session) {
        if (!asked.equals(Optional.of(session))) {
            throw Problem.invalid("That took more than five minutes, or was sent twice. Press the button again.");
        }
        return data;
    }
}
