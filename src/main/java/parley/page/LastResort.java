package parley.page;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Answers what never gets to a route: a refused handshake, an address that is none. Guarded as every answer is. */
public final class LastResort extends ErrorHandler {

    @Override
    protected void generateResponse(Request request, Response response, int status, String words, Throwable cause,
            Callback callback) {
        Guard.headers(response.getHeaders()::put);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain; charset=utf-8");
        response.write(true, ByteBuffer.wrap(words.getBytes(StandardCharsets.UTF_8)), callback);
    }
}
