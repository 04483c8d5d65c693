package parley.page;

import gg.jte.models.runtime.JteModel;
import gg.jte.output.Utf8ByteOutput;
import io.javalin.http.Context;
import java.io.IOException;

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

    /**
     * Written at once, since Javalin would copy a result through a buffer of 8 KiB: of all that a post leaves to the garbage collector
     * that was a third. So status and headers must be set before.
     */
    public static void answer(Context http, byte[] html) {
        http.contentType(TYPE);
        try {
            http.outputStream().write(html);
        } catch (IOException e) {
            // Whoever asked has gone.
        }
    }

    public static void answer(Context http, JteModel template) {
        answer(http, bytes(template));
    }
}
