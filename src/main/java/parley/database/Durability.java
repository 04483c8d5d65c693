package parley.database;

/**
 * Keeps readers from acting on what a power cut could still take back.
 *
 * <p>H2 shows a commit to readers before it is on disk. A tab that was told of such a row would hold a revision that, after
 * a crash, another message gets again. So a read that may have seen a commit returns only when that commit is on disk.
 */
final class Durability {

    private long begun;
    private long onDisk;
    private StorageFailed failure;

    synchronized void begin() {
        begun++;
    }

    synchronized void onDisk() {
        onDisk = begun;
        notifyAll();
    }

    synchronized void failed(StorageFailed cause) {
        failure = cause;
        notifyAll();
    }

    /** Waits until every commit that had begun when this was called is on disk. */
    synchronized void await() {
        long seen = begun;
        boolean interrupted = false;
        while (onDisk < seen && failure == null) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (onDisk < seen) {
            throw failure;
        }
    }
}
