package parley.database;

/** The database cannot be opened. The message names the remedy. */
public final class DatabaseUnavailable extends RuntimeException {

    DatabaseUnavailable(String remedy, Throwable cause) {
        super(remedy, cause);
    }
}
