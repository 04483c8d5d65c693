package parley.device;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** What a link to another device ends with: who has it can become its user. */
record MoveSecret(String text) {

    private static final SecureRandom RANDOM = new SecureRandom();

    static MoveSecret fresh() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return new MoveSecret(base64url(bytes));
    }

    /** SHA-256 in base64url: what is stored of it. */
    String hash() {
        try {
            return base64url(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static String base64url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "a secret";
    }
}
