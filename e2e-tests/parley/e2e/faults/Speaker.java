package parley.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import parley.e2e.vocabulary.Room;
import parley.e2e.vocabulary.Visitor;

/** Talks as fast as it can, and repeats with the same key what was not acknowledged. */
final class Speaker {

    private static final Duration PAUSE = Duration.ofMillis(25);

    private final String name;
    private final Room room;
    private final Semaphore acknowledgements;
    private final Visitor visitor;
    private final Map<String, String> said = new LinkedHashMap<>();
    private int repeated;

    Speaker(String name, Room room, Semaphore acknowledgements) {
        this.name = name;
        this.room = room;
        this.acknowledgements = acknowledgements;
        this.visitor = room.newVisitor();
    }

    void talk(BooleanSupplier goOn) {
        while (goOn.getAsBoolean()) {
            say(Visitor.newKey(), name + " says " + said.size());
        }
    }

    /** Text by key, in the order of speaking; all of it acknowledged once {@link #talk} has ended. */
    Map<String, String> said() {
        return said;
    }

    int repeated() {
        return repeated;
    }

    private void say(String key, String text) {
        said.put(key, text);
        while (!isAcknowledged(key, text)) {
            repeated++;
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        acknowledgements.release();
    }

    private boolean isAcknowledged(String key, String text) {
        try {
            HttpResponse<String> answer = visitor.post(room.slug(), text, key);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
            assertThat(answer.body()).contains("id=\"message-" + key + "\"").contains(text);
            return true;
        } catch (UncheckedIOException killed) {
            return false;
        }
    }
}
