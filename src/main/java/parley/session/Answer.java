package parley.session;

import io.javalin.http.Context;

/** Writes the response once the transaction is on disk. */
@FunctionalInterface
public interface Answer {

    void to(Context http);
}
