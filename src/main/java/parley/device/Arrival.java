package parley.device;

import io.javalin.http.Context;
import parley.page.Form;

/** @param bring whether what the session wrote as somebody else comes along */
record Arrival(MoveSecret secret, boolean bring) {

    static Arrival of(Context http) {
        var form = Form.of(http);
        return new Arrival(new MoveSecret(form.text("secret")), form.text("bring").equals("true"));
    }
}
