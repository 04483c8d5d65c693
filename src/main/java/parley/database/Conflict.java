package parley.database;

import java.sql.SQLException;
import java.util.Set;
import org.h2.api.ErrorCode;

/**
 * The database could not put a transaction in order with another that ran at the same time. Run again it most likely succeeds; this is
 * thrown when it did not in {@value #ATTEMPTS} attempts.
 */
public final class Conflict extends RuntimeException {

    static final int ATTEMPTS = 5;

    /** SQL's own state for serialization failures, and PostgreSQL's for deadlocks. */
    private static final Set<String> STATES = Set.of("40001", "40P01");

    Conflict(Throwable cause) {
        super("Others changed the same at the same time, again and again", cause);
    }

    /** Whether that is what the error, or what it came from, says. */
    static boolean isIn(Throwable error) {
        for (Throwable e = error; e != null; e = e.getCause()) {
            if (e instanceof SQLException sql && (STATES.contains(sql.getSQLState())
                    || sql.getErrorCode() == ErrorCode.CONCURRENT_UPDATE_1)) {
                return true;
            }
        }
        return false;
    }
}
