package parley.reaction;

import java.util.Locale;
import java.util.stream.Stream;
import parley.page.Problem;

/** What one can react with; shown in this order. */
public enum Emoji {

    THUMB("👍", "Thumbs up"),
    HEART("❤️", "Heart"),
    LAUGH("😂", "Laugh"),
    PARTY("🎉", "Party"),
    WOW("😮", "Wow"),
    THANKS("🙏", "Thanks");

    private final String picture;
    private final String label;

    Emoji(String picture, String label) {
        this.picture = picture;
        this.label = label;
    }

    /** @throws Problem 404 if there is none of that word */
    static Emoji of(String word) {
        return Stream.of(values()).filter(emoji -> emoji.word().equals(word)).findFirst()
                .orElseThrow(
                        () -> Problem.notFound("Nobody can react with that. Choose one of those that are offered."));
    }

    public String picture() {
        return picture;
    }

    /** Its name for people. */
    public String label() {
        return label;
    }

    /** Its name in addresses and in the database. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
