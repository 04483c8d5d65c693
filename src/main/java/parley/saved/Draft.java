package parley.saved;

import io.javalin.http.Context;
import parley.page.Form;
import parley.page.Problem;

/**
 * A text that is not sent yet.
 *
 * @param slug of the room that it is for
 * @param body at most 8,000 characters
 * @param version grows with every change of the session's drafts; 0 if there never was one
 */
public record Draft(String slug, String body, long version) {

    private static final int LONGEST = 8_000;

    /** @throws Problem 422 if the text cannot be kept */
    static String body(Context http) {
        return Form.of(http).read(form -> form.field("body", Draft::body));
    }

    private static String body(String text) {
        if (text.length() > LONGEST || text.indexOf('\0') >= 0) {
            throw Problem.invalid("A draft is kept if it has at most 8,000 characters, and none of them is NUL.");
        }
        return text;
    }
}
