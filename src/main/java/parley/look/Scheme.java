package parley.look;

import java.util.Arrays;
import java.util.Locale;
import parley.page.Problem;

/** Which colours the page has. */
public enum Scheme {

    SYSTEM, LIGHT, DARK;

    /** @throws Problem 422 if the word is none of them */
    static Scheme of(String word) {
        return Arrays.stream(values()).filter(scheme -> scheme.word().equals(word)).findAny()
                .orElseThrow(() -> Problem.invalid("Choose a look: system, light or dark."));
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String label() {
        return name().charAt(0) + word().substring(1);
    }
}
