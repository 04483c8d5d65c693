package parley.room;

import java.util.Locale;
import parley.page.Problem;

/** Who may enter a room. */
public enum Entry {

    EVERYONE, INVITED;

    /** @throws Problem 422 if the word is none of them */
    static Entry of(String word) {
        for (Entry entry : values()) {
            if (entry.word().equals(word)) {
                return entry;
            }
        }
        throw Problem.invalid("Choose who may enter: everyone, or who is invited.");
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
