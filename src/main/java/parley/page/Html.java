package parley.page;

import gg.jte.models.runtime.JteModel;
import gg.jte.output.Utf8ByteOutput;
import io.javalin.http.Context;

/** Renders templates to the bytes that are sent, and nothing in between. */
public final class Html {

    private static final String TYPE = "text/html; charset=utf-8";

    private Html() {}

    public static byte[] bytes(JteModel... templates) {
        var output = new Utf8ByteOutput();
        for (var template : templates) {
            template.render(output);
        }
        return output.toByteArray();
    }

    public static void answer(Context http, byte[] html) {
        http.contentType(TYPE).result(html);
    }

    public static void answer(Context http, JteModel template) {
        answer(http, bytes(template));
    }
}
