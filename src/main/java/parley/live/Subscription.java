package parley.live;

import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * What one tab listens to.
 *
 * @param owner names the session whose tab it is: it gets what is {@linkplain OwnQuery that session's own}
 * @param from where the tab stands in the feed, or null to begin with what comes next
 * @param over asked when the tab begins to listen, and must be quick: whether the session has ended since the door was opened
 * @param arrived run when the tab begins to listen
 * @param left run once after that, when the tab has gone
 */
public record Subscription(String owner, Topic.Feed feed, Cursor from, List<Topic.Piece<?>> pieces,
        BooleanSupplier over, Runnable arrived, Runnable left) {}
