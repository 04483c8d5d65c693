package parley.room;

import java.util.List;
import parley.page.Problem;

/** How a room looks in lists and in its header: a small picture on a colour. Both are of few, so that each goes well with each. */
public record Look(String emoji, String hue) {

    public static final List<String> EMOJI = List.of("💬", "☕", "🌿", "🦔", "🎲", "📚", "🎵", "🍞", "🔧", "🚀", "⚽",
            "🌙");

    public static final List<String> HUES = List.of("teal", "moss", "sun", "clay", "rose", "iris", "sky", "stone");

    public Look {
        if (!EMOJI.contains(emoji)) {
            throw Problem.invalid("Choose one of the pictures.");
        }
        if (!HUES.contains(hue)) {
            throw Problem.invalid("Choose one of the colours.");
        }
    }

    /** What a room of that name has until somebody chooses. */
    static Look suggested(RoomName name) {
        int dice = Math.abs(name.slug().hashCode() % (EMOJI.size() * HUES.size()));
        return new Look(EMOJI.get(dice % EMOJI.size()), HUES.get(dice / EMOJI.size()));
    }
}
