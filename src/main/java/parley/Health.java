package parley;

import io.javalin.http.Context;
import parley.database.Database;

/** Tells a load balancer whether Parley can do its work: answer, and write to its disk. */
record Health(Database database) {

    void show(Context http) {
        try {
            database.write(transaction -> transaction.handle().execute("select 1"));
            http.result("up");
        } catch (RuntimeException e) {
            http.status(503).result("The database cannot write.");
        }
    }
}
