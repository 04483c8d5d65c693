package parley.session;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import parley.page.Problem;

/**
 * Where a stretch of a list begins, and the cursor to the next one. A cursor is of use to the session and the path that it was
 * made for only, and whoever changes it is refused.
 */
public final class Paging {

    static final String PARAMETER = "page";
    private static final Base64.Encoder TO_TEXT = Base64.getUrlEncoder().withoutPadding();

    private final Signature signature;
    private final String purpose;
    private final String after;

    private Paging(Signature signature, String purpose, String cursor) {
        this.signature = signature;
        this.purpose = purpose;
        this.after = cursor == null ? "" : position(cursor);
    }

    static Paging of(Context http, SessionId session, Signature signature) {
        return new Paging(signature, purpose(session, http.path()), http.queryParam(PARAMETER));
    }

    static Paging first(String path, SessionId session, Signature signature) {
        return new Paging(signature, purpose(session, path), null);
    }

    private static String purpose(SessionId session, String path) {
        return session.hash() + " " + path;
    }

    /** The position that the last stretch ended at, as it was given to {@link #next}; "" for the first stretch. */
    public String after() {
        return after;
    }

    /** The query of the address of the stretch after the position, such as {@code page=MTc.q4…}. */
    public String next(String position) {
        String text = TO_TEXT.encodeToString(position.getBytes(StandardCharsets.UTF_8));
        return PARAMETER + "=" + text + "." + signature.of(purpose + " " + text);
    }

    private String position(String cursor) {
        String[] parts = cursor.split("\\.", 2);
        if (parts.length < 2 || !signature.matches(purpose + " " + parts[0], parts[1])) {
            throw Problem.malformed("page is not a cursor of this list. Begin with the first page.");
        }
        return new String(Base64.getUrlDecoder().decode(parts[0]), StandardCharsets.UTF_8);
    }
}
