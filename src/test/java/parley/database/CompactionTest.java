package parley.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.Eventually;

class CompactionTest {

    private static final int ROWS = 500;

    @TempDir
    Path folder;

    private final AtomicInteger failures = new AtomicInteger();
    private Jdbi jdbi;

    @BeforeEach
    void open() {
        jdbi = Jdbi.create(this::connect);
        jdbi.useHandle(handle -> handle.execute("create table t (x int primary key, filling varchar)"));
    }

    @AfterEach
    void close() {
        jdbi.useHandle(Database::shutDown);
    }

    @Test
    void whatOldWritesLeaveInTheFileIsTidiedUpWhileItIsOpen() {
        try (var groupCommit = groupCommit(new Compaction())) {
            write(groupCommit);
        }
        assertThat(jdbi.<Integer, RuntimeException>withHandle(Compaction::percentInUse)).isLessThan(50);

        try (var groupCommit = groupCommit(new Compaction(Duration.ofMillis(100), Duration.ofMillis(500)));
                var handle = jdbi.open()) {
            groupCommit.write(transaction -> transaction.handle().execute("insert into t values (-1, 'one more')"));
            Eventually.until("little is left over", () -> Compaction.percentInUse(handle) > 70);
            assertThat(rows()).isEqualTo(ROWS + 1);
        }
        assertThat(failures).hasValue(0);
    }

    @Test
    void aFileThatNobodyWritesToIsLeftAlone() {
        var compaction = new Compaction(Duration.ZERO, Duration.ZERO);
        assertThat(compaction.untilDue()).isEqualTo(Long.MAX_VALUE);

        compaction.written();
        try (var handle = jdbi.open()) {
            for (int turns = 0; turns < 100; turns++) {
                compaction.turn(handle);
            }
            assertThat(compaction.untilDue()).isEqualTo(Long.MAX_VALUE);
            assertThat(writeDelay(handle)).isZero();
        }
    }

    @Test
    void itGoesOnWhileLittleOfTheFileIsInUse() {
        jdbi = Jdbi.create(Database.owner(folder));
        try (var groupCommit = groupCommit(new Compaction())) {
            write(groupCommit);
        }
        var compaction = new Compaction(Duration.ZERO, Duration.ZERO);
        compaction.written();
        try (var handle = jdbi.open()) {
            compaction.turn(handle);
            compaction.turn(handle);

            assertThat(Compaction.percentInUse(handle)).isLessThan(10);
            assertThat(writeDelay(handle)).isEqualTo(500);
        }
    }

    /** What is no longer needed may be written over at once. */
    private Connection connect() throws SQLException {
        var connection = Database.owner(folder).getConnection();
        try (var statement = connection.createStatement()) {
            statement.execute("set retention_time 0");
        }
        return connection;
    }

    private GroupCommit groupCommit(Compaction compaction) {
        return new GroupCommit(jdbi, new Durability(), compaction, failures::incrementAndGet,
                new SimpleMeterRegistry());
    }

    private static void write(GroupCommit groupCommit) {
        for (int i = 0; i < ROWS; i++) {
            int row = i;
            groupCommit.write(transaction -> transaction.handle()
                    .execute("insert into t values (?, ?)", row, "x".repeat(500)));
        }
    }

    private int rows() {
        return jdbi.withHandle(handle -> handle.select("select count(*) from t").mapTo(Integer.class).one());
    }

    private static int writeDelay(Handle handle) {
        return handle.select("select setting_value from information_schema.settings where setting_name = 'WRITE_DELAY'")
                .mapTo(Integer.class).one();
    }
}
