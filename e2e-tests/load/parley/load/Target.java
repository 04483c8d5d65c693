package parley.load;

import java.nio.ByteBuffer;
import java.util.List;

/** A server under load, and how to speak with it. */
sealed interface Target permits Parley, Peer {

    /** What a text frame is about. */
    enum Kind {
        MESSAGES, WELCOME, CALL, RELOAD, OTHER
    }

    String title();

    /** Starts it, fresh. */
    Server start();

    List<Room> rooms(int count, Server server);

    /** The path, and further headers. */
    String handshake(Room room, long revision, String session);

    /** Whether a tab is in step as soon as its handshake is answered; else by the first frame with messages, or a welcome. */
    boolean welcomesAtOnce();

    Kind kind(ByteBuffer frame);

    /** What a tab says to a {@link Kind#CALL}. */
    String response(ByteBuffer call);

    void read(ByteBuffer frame, Messages messages, Batch batch);

    /** A whole request. */
    String post(Room room, String session, String key, String text);

    /** The number that the room gave the message, by the answer to its post; 0 if it does not tell. */
    long number(String answer);

    /** Whether a tab may come back from where it was, and a post be repeated. */
    boolean resumes();
}
