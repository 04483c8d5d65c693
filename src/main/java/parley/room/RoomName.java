package parley.room;

import io.javalin.http.Context;
import java.text.Normalizer;
import java.util.Locale;
import parley.page.Form;
import parley.page.Names;
import parley.page.Problem;

/** The name of a new room. */
record RoomName(String text) {

    private static final int LONGEST = 40;

    /** One character may become eighteen when it is taken apart for the address. */
    private static final int LONGEST_SLUG = 120;

    RoomName {
        text = Names.check("A room's name", text, LONGEST);
        if (slug(text).isEmpty()) {
            throw Problem.invalid("A room's name needs at least one letter or digit.");
        }
        if (slug(text).length() > LONGEST_SLUG) {
            throw Problem.invalid("A room's name must not be so long when it is spelled out. Choose a shorter one.");
        }
    }

    static RoomName of(Context http) {
        return Form.of(http).read(form -> form.field("name", RoomName::new));
    }

    /** Letters and digits of any script, in lower case, joined by hyphens. */
    String slug() {
        return slug(text);
    }

    private static String slug(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT)
                .replaceAll("['’]", "").replaceAll("[^\\p{L}\\p{M}\\p{N}]+", "-").replaceAll("^-|-$", "");
    }
}
