package parley.message;

import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import parley.live.Live;
import parley.live.Topic;
import parley.page.Html;
import parley.room.Room;
import parley.templates.Templates;

/**
 * Where there was talk of late: a piece of every page, which marks by it the rooms with something unread. One look into memory
 * serves all tabs, and a mark may be late. It tells of what happened since the server began; a tab asks once for what was before.
 */
public final class Newest {

    /** @param posted the number of the newest message of the room */
    public record Talk(String slug, long posted) {}

    private static final String TOPIC = "newest";
    private static final Duration PACE = Duration.ofSeconds(5);
    private static final int MOST = 50;

    private final Live live;
    private final LinkedHashMap<String, Long> posted = new LinkedHashMap<>();

    public Newest(Live live) {
        this.live = live;
    }

    /** Takes note of a message. Who talks in a room by invitation is nobody else's business. */
    void in(Room room, long number) {
        if (room.isOpen()) {
            note(room.slug(), number);
            live.wakePiece(TOPIC, PACE);
        }
    }

    private synchronized void note(String slug, long number) {
        long before = posted.getOrDefault(slug, 0L);
        posted.remove(slug);
        posted.put(slug, Math.max(before, number));
        if (posted.size() > MOST) {
            posted.remove(posted.firstEntry().getKey());
        }
    }

    public synchronized List<Talk> talks() {
        return posted.entrySet().stream().map(entry -> new Talk(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(Talk::slug)).toList();
    }

    public Topic.Piece<List<Talk>> piece(Templates templates) {
        return new Topic.Piece<>(TOPIC, this::talks, talks -> Html.bytes(templates.messageNewest(talks)));
    }
}
