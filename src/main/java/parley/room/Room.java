package parley.room;

/**
 * A place to talk.
 *
 * @param slug its word in the address; of a room by invitation it tells nothing
 */
public record Room(long id, String slug, String name, Entry entry, Look look) {

    /** Whether everybody may enter. */
    public boolean isOpen() {
        return entry == Entry.EVERYONE;
    }

    /** The topic of what is said in it. */
    public String topic() {
        return topic(id);
    }

    public static String topic(long id) {
        return "room/" + id;
    }
}
