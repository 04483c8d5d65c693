package parley.live;

import java.util.Set;
import java.util.function.Function;

/**
 * A live query of one session: a piece of the page that is its own. The newest state counts, and is sent to the tabs of that session
 * alone.
 *
 * @param name of the query, as the metrics show it
 * @param reads the topics that it depends on: touching one of them runs it
 * @param run reads what the session of that name is to see; run once a change, however many tabs it has
 * @param render makes an element with an id out of that, in UTF-8; called only if the data has changed
 */
public record OwnQuery<T>(String name, Set<String> reads, Function<String, T> run, Function<T, byte[]> render) {

    byte[] html(String owner) {
        return render.apply(run.apply(owner));
    }
}
