package parley.live;

import java.time.Duration;

/** One topic and the tabs that listen to it. Used by the dispatcher's thread alone. */
sealed interface Channel permits FeedChannel, PieceChannel {

    void join(Tab tab);

    /** Whether anybody is left. */
    boolean leave(Tab tab);

    /** How long from now its next turn is best put off; nothing or less if it may come at once. */
    Duration rest();

    /** Looks for what is new since that moment, by {@link System#nanoTime}. */
    void refresh(long since);

    /** Sends a part of it, and tells whether there is more to send. */
    boolean deliver();
}
