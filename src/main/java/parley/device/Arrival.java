package parley.device;

import io.javalin.http.Context;
import parley.page.Form;
import parley.session.Secret;

/** @param bring whether what the session wrote as somebody else comes along */
record Arrival(Secret secret, boolean bring) {

    static Arrival of(Context http) {
        var form = Form.of(http);
        return new Arrival(new Secret(form.text("secret")), form.text("bring").equals("true"));
    }
}
