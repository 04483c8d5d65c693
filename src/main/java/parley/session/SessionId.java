package parley.session;

import io.javalin.http.Context;
import java.util.regex.Pattern;
import parley.page.Problem;

/**
 * Names a session on the server: the SHA-256 of the secret that the tab holds. The secret itself goes no further than
 * {@link #of}, so it can neither be logged nor stored.
 *
 * @param hash SHA-256 in base64url, 43 characters
 */
public record SessionId(String hash) {

    public static final String HEADER = "Session-Id";

    /** The header of requests that end in another ID: the one that the tab will have then. */
    public static final String NEXT_HEADER = "Next-Session-Id";

    /** At least 256 bits in base64url; longer ones are somebody's own generator. */
    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{43,128}");

    /**
     * @param secret what the tab sent, or null
     * @throws Problem 400 if it is missing, malformed or too short
     */
    public static SessionId of(String secret) {
        return of(HEADER, secret);
    }

    /** The ID that the tab will have if the request succeeds. */
    public static SessionId next(Context http) {
        return of(NEXT_HEADER, http.header(NEXT_HEADER));
    }

    private static SessionId of(String header, String secret) {
        if (secret == null || !SECRET.matcher(secret).matches()) {
            throw Problem.malformed(
                    "Send the header " + header + ": 32 random bytes in base64url without padding, which is 43 "
                            + "characters of A-Z a-z 0-9 - _. The page does it by itself: reload it.");
        }
        return new SessionId(new Secret(secret).hash());
    }

    /** A public name that follows from this one and does not lead back to it: SHA-256 over purpose and hash. */
    public byte[] derive(String purpose) {
        return Secret.sha256(purpose + ":" + hash);
    }
}
