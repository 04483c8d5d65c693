package parley.live;

/** Decides whether a tab may listen, and to what. */
@FunctionalInterface
public interface Door {

    /** @throws parley.page.Problem to refuse the handshake with its status */
    Subscription open(Visitor visitor);

    /**
     * A tab at the door.
     *
     * @param place the last but one part of the address: {@code general} in {@code /rooms/general/live}
     * @param after the cursor that it sent, or null
     * @param credential what it sent in the subprotocol {@code session.}, or null
     */
    record Visitor(String place, String after, String credential) {}
}
