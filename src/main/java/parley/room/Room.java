package parley.room;

/**
 * A place to talk.
 *
 * @param slug its word in the address
 */
public record Room(long id, String slug, String name) {

    /** The topic of what is said in it. */
    public String topic() {
        return topic(id);
    }

    public static String topic(long id) {
        return "room/" + id;
    }
}
