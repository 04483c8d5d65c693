package parley.message;

import io.javalin.http.Context;
import java.util.regex.Pattern;
import parley.page.Form;
import parley.page.Names;
import parley.page.Problem;

/**
 * A message as it was sent.
 *
 * @param body 1 to 4,000 characters (code points), without white space around it, lines broken by {@code \n}
 * @param key names the draft: the tab makes it up and keeps it when it sends again, so that it is posted once
 */
record Draft(String body, String key) {

    private static final int LONGEST = 4_000;

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{16,64}");

    Draft {
        body = body(body);
        key = key(key);
    }

    static Draft of(Context http) {
        return Form.of(http).read(form -> new Draft(form.field("body", Draft::body), form.field("key", Draft::key)));
    }

    private static String body(String text) {
        String body = text.replace("\r\n", "\n").strip();
        if (body.indexOf('\0') >= 0) {
            throw Problem.invalid("A message cannot hold the NUL character.");
        }
        if (body.codePoints().noneMatch(Names::visible)) {
            throw Problem.invalid("A message needs some text.");
        }
        int length = body.codePointCount(0, body.length());
        if (length > LONGEST) {
            throw Problem
                    .invalid("A message has at most 4,000 characters; this one has %,d. Shorten it or send it in parts."
                            .formatted(length));
        }
        return body;
    }

    private static String key(String key) {
        if (!KEY.matcher(key).matches()) {
            throw Problem.invalid(
                    "The field key is missing or malformed: send 16 random bytes in base64url. The page does it by itself: reload it.");
        }
        return key;
    }
}
