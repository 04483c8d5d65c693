package parley.page;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.Header;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** What every request must pass and every answer must carry, whatever its route. */
public final class Guard {

    /**
     * A draft is 8,000 characters, percent-encoded at most 72,000 bytes; this leaves room for the rest of its form, and for who is to be
     * told that a message has 4,000 at most.
     */
    private static final long LARGEST_REQUEST = 128 * 1024;
    static final String TOO_LARGE = "The request is larger than 128 KiB. Send less at once.";

    private static final Set<HandlerType> SAFE = Set.of(HandlerType.GET, HandlerType.HEAD, HandlerType.OPTIONS);

    private static final String CONTENT_SECURITY_POLICY = String.join("; ", "default-src 'none'", "script-src 'self'",
            "style-src 'self'", "img-src 'self'", "font-src 'self'", "connect-src 'self'", "manifest-src 'self'",
            "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'");

    private static final Map<String, String> HEADERS = Map.of(
            Header.CONTENT_SECURITY_POLICY, CONTENT_SECURITY_POLICY,
            Header.X_CONTENT_TYPE_OPTIONS, "nosniff",
            Header.REFERRER_POLICY, "same-origin",
            Header.CROSS_ORIGIN_OPENER_POLICY, "same-origin",
            Header.CACHE_CONTROL, "no-store");

    private Guard() {}

    public static void install(JavalinConfig config) {
        config.http.maxRequestSize = LARGEST_REQUEST;
        config.routes.before(http -> headers(http::header));
        config.routes.before(Guard::size);
        config.routes.before(Guard::origin);
    }

    static void headers(BiConsumer<String, String> answer) {
        HEADERS.forEach(answer);
    }

    /** Refuses by the announced length, before the body is read; a body without one is cut off while it is read. */
    private static void size(Context http) {
        if (http.req().getContentLengthLong() > LARGEST_REQUEST) {
            http.header(Header.CONNECTION, "close");
            throw new Problem(413, TOO_LARGE);
        }
    }

    private static void origin(Context http) {
        if (!SAFE.contains(http.method()) && !sameOrigin(http.header(Header.ORIGIN), http.header(Header.HOST))) {
            throw new Problem(403,
                    "This request comes from another site, so it was not carried out. Open Parley itself and try again.");
        }
    }

    /**
     * Whether the browser says that the request comes from a page of this host. A client that is no browser sends no origin and
     * has no ambient credentials that another site could borrow.
     */
    public static boolean sameOrigin(String origin, String host) {
        return origin == null || host != null && origin.replaceFirst("^https?://", "").equalsIgnoreCase(host);
    }
}
