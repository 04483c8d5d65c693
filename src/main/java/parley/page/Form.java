package parley.page;

import io.javalin.http.Context;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.jetty.util.UrlEncoded;

/** The fields of a submitted form, read strictly: what is not UTF-8 is refused, not replaced. */
public final class Form {

    private final Map<String, String> fields = new LinkedHashMap<>();

    /**
     * @throws Problem 400 if the body is not a URL-encoded form in UTF-8
     */
    public static Form of(Context http) {
        if (!http.isFormUrlencoded()) {
            throw Problem.malformed("Send the form as application/x-www-form-urlencoded.");
        }
        return new Form(http.bodyAsBytes());
    }

    private Form(byte[] body) {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
            UrlEncoded.decodeUtf8To(text, 0, text.length(), fields::putIfAbsent, false, false, false);
        } catch (CharacterCodingException | IllegalArgumentException e) {
            throw Problem.malformed("The form is not valid UTF-8. Send UTF-8, percent-encoded.");
        }
    }

    /** The field's text, or "" if it was not sent. */
    public String text(String field) {
        return fields.getOrDefault(field, "");
    }
}
