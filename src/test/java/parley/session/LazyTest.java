package parley.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LazyTest {

    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void isWorkedOutOnceAndNotBeforeItIsAskedFor() {
        var lazy = new Lazy<>(asked::incrementAndGet);
        assertThat(asked).hasValue(0);

        assertThat(lazy.get()).isEqualTo(1);
        assertThat(lazy.get()).isEqualTo(1);
    }

    /** A database that could not be read once may be read the next time. */
    @Test
    void whatFailedIsTriedAgain() {
        var lazy = new Lazy<>(() -> 6 / asked.getAndIncrement());

        assertThatThrownBy(lazy::get).isInstanceOf(ArithmeticException.class);
        assertThat(lazy.get()).isEqualTo(6);
    }
}
