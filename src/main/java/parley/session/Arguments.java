package parley.session;

import io.javalin.http.Context;

/**
 * Reads what a request asks for into a validated record, before any transaction. The session is never among it.
 *
 * @param <A> the record
 */
@FunctionalInterface
public interface Arguments<A> {

    /** @throws parley.page.Problem if the request does not hold acceptable arguments */
    A of(Context http);
}
