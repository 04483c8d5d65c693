package parley.user;

import io.javalin.http.Context;
import parley.page.Form;
import parley.page.Names;

/** A name that somebody chose for themselves. */
record Name(String text) {

    private static final int LONGEST = 40;

    Name {
        text = Names.check("A name", text, LONGEST);
    }

    static Name of(Context http) {
        return Form.of(http).read(form -> form.field("name", Name::new));
    }
}
