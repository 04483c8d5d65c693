package parley.saved;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import parley.page.Form;
import parley.page.Problem;
import parley.room.Membership;
import parley.session.Answer;
import parley.session.Wrapper;

/** Read positions over HTTP. */
public final class ReadEndpoints {

    private final Reads reads;
    private final Wrapper<Membership> asKeeper;

    /** @param asKeeper makes the session on need, and lets it into the room */
    public ReadEndpoints(Reads reads, Wrapper<Membership> asKeeper) {
        this.reads = reads;
        this.asKeeper = asKeeper;
    }

    public Handler advance() {
        return asKeeper.mutation(ReadEndpoints::posted, this::advance);
    }

    private static Long posted(Context http) {
        return Form.of(http).read(form -> form.field("posted", ReadEndpoints::number));
    }

    private static long number(String text) {
        if (!text.matches("\\d{1,18}")) {
            throw Problem.invalid("Send the data-posted of the newest message that was seen.");
        }
        return Long.parseLong(text);
    }

    private Answer advance(Membership context, Long posted) {
        reads.advance(context, posted);
        return http -> http.status(HttpStatus.NO_CONTENT);
    }
}
