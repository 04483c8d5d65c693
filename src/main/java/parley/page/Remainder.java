package parley.page;

import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;

/**
 * Reads what is left of a request that was answered before its end. A connection that is closed with bytes unread is reset, and
 * the client may never see the answer (RFC 9112, section 9.6).
 */
public final class Remainder extends Handler.Wrapper {

    /** Who still sends after 16 MiB is hung up on. */
    private static final long LONGEST = 16 * 1024 * 1024;

    public static void install(Server server) {
        server.insertHandler(new Remainder());
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        return super.handle(new Unhurried(request), response, new Answered(request, callback));
    }

    /** Before they answer, the servlets would give up what has not come yet, and nobody could read it after them. */
    private static final class Unhurried extends Request.Wrapper {

        Unhurried(Request request) {
            super(request);
        }

        @Override
        public boolean consumeAvailable() {
            return true;
        }
    }

    private static final class Answered extends Callback.Nested {

        private final Request request;
        private long read;

        Answered(Request request, Callback callback) {
            super(callback);
            this.request = request;
        }

        @Override
        public void succeeded() {
            while (read < LONGEST) {
                var chunk = request.read();
                if (chunk == null) {
                    request.demand(this::succeeded);
                    return;
                }
                read += chunk.remaining();
                chunk.release();
                if (chunk.isLast() || Content.Chunk.isFailure(chunk)) {
                    break;
                }
            }
            super.succeeded();
        }
    }
}
