package parley.room;

import io.javalin.http.Context;
import java.util.List;
import parley.page.Form;
import parley.page.Problem;

/** How a room looks in lists and in its header: a small picture on a colour. Both are of few, so that each goes well with each. */
public record Look(String emoji, String hue) {

    public static final List<String> EMOJI = List.of("💬", "☕", "🌿", "🦔", "🎲", "📚", "🎵", "🍞", "🔧", "🚀", "⚽",
            "🌙");

    public static final List<String> HUES = List.of("teal", "moss", "sun", "clay", "rose", "iris", "sky", "stone");

    public Look {
        picture(emoji);
        colour(hue);
    }

    /** @throws Problem 422 that names each field that holds none of the choices */
    static Look of(Context http) {
        return Form.of(http)
                .read(form -> new Look(form.field("emoji", Look::picture), form.field("hue", Look::colour)));
    }

    private static String picture(String emoji) {
        return oneOf(EMOJI, emoji, "Choose one of the pictures.");
    }

    private static String colour(String hue) {
        return oneOf(HUES, hue, "Choose one of the colours.");
    }

    private static String oneOf(List<String> choices, String choice, String refusal) {
        if (!choices.contains(choice)) {
            throw Problem.invalid(refusal);
        }
        return choice;
    }

    /** What a room of that name has until somebody chooses. */
    static Look suggested(RoomName name) {
        int dice = Math.abs(name.slug().hashCode() % (EMOJI.size() * HUES.size()));
        return new Look(EMOJI.get(dice % EMOJI.size()), HUES.get(dice / EMOJI.size()));
    }
}
