package parley.database;

/** A commit did not reach the disk. Nothing that was acknowledged is lost, but nothing can be stored any more. */
public final class StorageFailed extends RuntimeException {

    StorageFailed(Throwable cause) {
        super("The database cannot write to its disk: " + cause.getMessage(), cause);
    }
}
