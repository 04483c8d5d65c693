package parley.session;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import parley.database.Database;
import parley.database.Transaction;

/** Signs what is sent out and comes back: HMAC-SHA256 with a key that is made once a database. */
final class Signature {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String NAME = "session";

    private final SecretKeySpec key;

    Signature(Database database) {
        String secret = database.read(Signature::kept).orElseGet(() -> database.write(Signature::made));
        key = new SecretKeySpec(Base64.getUrlDecoder().decode(secret), ALGORITHM);
    }

    private static Optional<String> kept(Transaction transaction) {
        return transaction.handle().createQuery("select secret from signing_keys where name = :name").bind("name", NAME)
                .mapTo(String.class).findOne();
    }

    private static String made(Transaction transaction) {
        String secret = Secret.fresh().text();
        transaction.handle().createUpdate("insert into signing_keys (name, secret) values (:name, :secret)")
                .bind("name", NAME).bind("secret", secret).execute();
        return secret;
    }

    String of(String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return Base64.getUrlEncoder().withoutPadding()
                    .encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, e);
        }
    }

    /** Takes the same time however many characters are right. */
    boolean matches(String text, String signature) {
        return MessageDigest.isEqual(of(text).getBytes(StandardCharsets.UTF_8),
                signature.getBytes(StandardCharsets.UTF_8));
    }
}
