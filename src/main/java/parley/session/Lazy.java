package parley.session;

import java.util.function.Supplier;

/** What is worked out when it is first asked for, and then kept. */
final class Lazy<T> {

    private final Supplier<T> source;
    private volatile T value;

    Lazy(Supplier<T> source) {
        this.source = source;
    }

    T get() {
        return value == null ? first() : value;
    }

    private synchronized T first() {
        if (value == null) {
            value = source.get();
        }
        return value;
    }
}
