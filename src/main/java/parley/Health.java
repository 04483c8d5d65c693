package parley;

import io.javalin.http.Context;
import parley.database.Database;
import parley.database.Transaction;

/** Tells a load balancer whether Parley can do its work: answer, and write to its disk. */
record Health(Database database) {

    void show(Context http) {
        try {
            database.write(Health::touch);
            http.result("up");
        } catch (RuntimeException e) {
            http.status(503).result("The database cannot write.");
        }
    }

    /** Writes a row as it is: what only reads leaves nothing for the disk to refuse. */
    private static int touch(Transaction transaction) {
        return transaction.handle().execute("update epoch set id = id");
    }
}
