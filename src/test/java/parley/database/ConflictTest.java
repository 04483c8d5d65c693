package parley.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConflictTest {

    private final Disk disk = new Disk();
    private final GroupCommit groupCommit = new GroupCommit(disk.jdbi(), new Durability(), new Compaction(), () -> {},
            new SimpleMeterRegistry());
    private final AtomicInteger attempts = new AtomicInteger();

    @AfterEach
    void close() {
        groupCommit.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"40001", "40P01"})
    void theWholeWorkIsRunAgainAndTakesEffectOnce(String state) {
        int result = groupCommit.write(transaction -> conflicting(transaction, 2, state));

        assertThat(result).isEqualTo(3);
        assertThat(disk.rows()).containsExactly(3);
        assertThat(disk.events()).containsExactly("commit", "sync", "effect of 3");
    }

    @Test
    void workThatNeverGetsThroughIsGivenUpAndLeavesNothing() {
        assertThatThrownBy(() -> groupCommit.write(transaction -> conflicting(transaction, 100, "40001")))
                .isInstanceOf(Conflict.class);

        assertThat(attempts).hasValue(Conflict.ATTEMPTS);
        assertThat(disk.rows()).isEmpty();
        assertThat(disk.events()).containsExactly("commit", "sync");
    }

    @Test
    void anyOtherErrorIsNotTriedAgain() {
        assertThatThrownBy(() -> groupCommit.write(transaction -> conflicting(transaction, 1, "23505")))
                .isInstanceOf(UnableToExecuteStatementException.class);

        assertThat(attempts).hasValue(1);
    }

    private int conflicting(Transaction transaction, int times, String state) {
        int attempt = attempts.incrementAndGet();
        transaction.afterCommit(() -> disk.events().add("effect of " + attempt));
        transaction.handle().execute("insert into t (x) values (?)", attempt);
        if (attempt <= times) {
            throw new UnableToExecuteStatementException(new SQLException("Not in order", state), null);
        }
        return attempt;
    }
}
