package parley.page;

import java.util.Map;

/** A request that cannot be answered as asked. The message is shown to the person, so it says what to do about it. */
public final class Problem extends RuntimeException {

    private final int status;
    private final Map<String, String> fields;

    public Problem(int status, String message) {
        this(status, message, Map.of());
    }

    private Problem(int status, String message, Map<String, String> fields) {
        super(message, null, false, false);
        this.status = status;
        this.fields = fields;
    }

    public static Problem malformed(String message) {
        return new Problem(400, message);
    }

    public static Problem notFound(String message) {
        return new Problem(404, message);
    }

    /** Arguments that were understood and are not acceptable. */
    public static Problem invalid(String message) {
        return new Problem(422, message);
    }

    /** As {@link #invalid(String)}, field by field. */
    public static Problem invalid(Map<String, String> reasons) {
        return new Problem(422, String.join(" ", reasons.values()), reasons);
    }

    /** What is wrong with which field of a form; empty if it is not about fields. */
    public Map<String, String> fields() {
        return fields;
    }

    public int status() {
        return status;
    }
}
