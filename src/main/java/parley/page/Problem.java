package parley.page;

/** A request that cannot be answered as asked. The message is shown to the person, so it says what to do about it. */
public final class Problem extends RuntimeException {

    private final int status;

    public Problem(int status, String message) {
        super(message, null, false, false);
        this.status = status;
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

    public int status() {
        return status;
    }
}
