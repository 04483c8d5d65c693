package parley.database;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;

/**
 * What writes have looked up or stored of late, as it is on disk, so that the next need not look. Whoever changes it on disk has it
 * forgotten. For writes only: those come one after the other, so none of them sees what another is just changing.
 */
public final class Remembered<K, V> {

    private final Map<K, V> known = new ConcurrentHashMap<>();
    private final int most;

    /** @param most how much is remembered; one more, and all is looked up anew */
    public Remembered(int most) {
        this.most = most;
    }

    public Optional<V> get(K key) {
        return Optional.ofNullable(known.get(key));
    }

    public void put(Transaction transaction, K key, V value) {
        transaction.afterCommit(() -> {
            if (known.size() >= most) {
                known.clear();
            }
            known.put(key, value);
        });
    }

    public void forget(Transaction transaction, K key) {
        forget(transaction, () -> known.remove(key));
    }

    public void forget(Transaction transaction, BiPredicate<K, V> which) {
        forget(transaction, () -> known.entrySet().removeIf(entry -> which.test(entry.getKey(), entry.getValue())));
    }

    /** Twice: now, for what comes later in this commit; and when it is on disk, for what came earlier and is known only then. */
    private static void forget(Transaction transaction, Runnable forgetting) {
        forgetting.run();
        transaction.afterCommit(forgetting);
    }
}
