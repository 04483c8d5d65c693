package parley.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * What only somebody who was given it can know: who has it is let in.
 *
 * @param text of a fresh one: 32 random bytes in base64url, 43 characters
 */
public record Secret(String text) {

    private static final SecureRandom RANDOM = new SecureRandom();

    public static Secret fresh() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return new Secret(base64url(bytes));
    }

    /** SHA-256 in base64url, 43 characters: what to store where it need not be shown again. */
    public String hash() {
        return base64url(sha256(text));
    }

    /** In constant time: how much of a guess was right must not show. */
    public boolean is(String guess) {
        return MessageDigest.isEqual(text.getBytes(StandardCharsets.UTF_8), guess.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    static String base64url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** It gets into no log by mistake. */
    @Override
    public String toString() {
        return "a secret";
    }
}
