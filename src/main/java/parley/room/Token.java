package parley.room;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/** What cannot be guessed. A room's invitation: who has it may enter. */
record Token(String text) {

    private static final SecureRandom RANDOM = new SecureRandom();

    static Token fresh() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return new Token(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** 80 random bits as a word for an address. */
    static String word() {
        return new BigInteger(80, RANDOM).setBit(80).toString(32);
    }

    /** In constant time: how much of a guess was right must not show. */
    boolean is(String guess) {
        return MessageDigest.isEqual(text.getBytes(StandardCharsets.UTF_8), guess.getBytes(StandardCharsets.UTF_8));
    }
}
