package parley.page;

import io.javalin.http.Context;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.jetty.util.UrlEncoded;

/** The fields of a submitted form, read strictly: what is not UTF-8 is refused, not replaced. */
public final class Form {

    private final Map<String, String> fields;
    private final Map<String, String> refusals = new LinkedHashMap<>();

    /**
     * @throws Problem 400 if the body is not a URL-encoded form in UTF-8
     */
    public static Form of(Context http) {
        if (!http.isFormUrlencoded()) {
            throw Problem.malformed("Send the form as application/x-www-form-urlencoded.");
        }
        return new Form(http.bodyAsBytes());
    }

    private Form(Map<String, String> fields) {
        this.fields = fields;
    }

    private Form(byte[] body) {
        this(new LinkedHashMap<>());
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

    /**
     * Reads several fields, so that whoever filled them in hears of all that is wrong at once.
     *
     * @param fields makes the record out of what {@link #field} gives
     * @throws Problem 422 that names each field that was refused
     */
    public <T> T read(Function<Form, T> fields) {
        T all = null;
        try {
            all = fields.apply(this);
        } catch (NullPointerException e) {
            // A record that checks its parts missed one that was refused.
            if (refusals.isEmpty()) {
                throw e;
            }
        }
        if (!refusals.isEmpty()) {
            throw Problem.invalid(refusals);
        }
        return all;
    }

    /** What the field's text stands for; inside of {@link #read} only. Null if it was refused, and nobody will see that. */
    public <T> T field(String field, Function<String, T> parse) {
        try {
            return parse.apply(text(field));
        } catch (Problem refusal) {
            refusals.put(field, refusal.getMessage());
            return null;
        }
    }
}
