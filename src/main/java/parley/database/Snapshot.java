package parley.database;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** A read-only transaction that begins when it is first needed. */
final class Snapshot implements AutoCloseable {

    private final Jdbi jdbi;
    private Handle handle;

    Snapshot(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    Handle handle() {
        if (handle == null) {
            handle = jdbi.open();
            handle.begin();
        }
        return handle;
    }

    /** Ends it well, and tells whether it had begun. */
    boolean end() {
        if (handle == null) {
            return false;
        }
        handle.commit();
        return true;
    }

    @Override
    public void close() {
        if (handle == null) {
            return;
        }
        try (Handle open = handle) {
            if (open.isInTransaction()) {
                open.rollback();
            }
        }
    }
}
