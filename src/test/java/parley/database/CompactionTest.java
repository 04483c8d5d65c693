package parley.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
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
        try (var groupCommit = groupCommit(new Compaction(Duration.ofDays(1), Duration.ofDays(1)))) {
            write(groupCommit);
        }
        assertThat(percentInUse()).isLessThan(30);

        try (var groupCommit = groupCommit(new Compaction(Duration.ofMillis(1), Duration.ofMillis(1)))) {
            groupCommit.write(transaction -> transaction.handle().execute("insert into t values (-1, 'one more')"));
            Eventually.until("enough of it is in use", () -> percentInUse() >= 30);
            assertThat(rows()).isEqualTo(ROWS + 1);
        }
        assertThat(failures).hasValue(0);
    }

    @Test
    void whatWasMovedIsThereWhenTheDatabaseIsOpenedAgain() {
        try (var groupCommit = groupCommit(new Compaction(Duration.ZERO, Duration.ZERO))) {
            write(groupCommit);
        }

        close();
        jdbi = Jdbi.create(this::connect);

        assertThat(rows()).isEqualTo(ROWS);
    }

    @Test
    void aFileThatNobodyWritesToIsLeftAlone() {
        var compaction = new Compaction(Duration.ZERO, Duration.ZERO);
        assertThat(compaction.untilDue()).isEqualTo(Long.MAX_VALUE);

        compaction.written();
        try (var handle = jdbi.open()) {
            Eventually.until("it rests", () -> {
                compaction.turn(handle);
                return compaction.untilDue() == Long.MAX_VALUE;
            });
        }
    }

    /** What is no longer needed may be written over at once. */
    private Connection connect() throws SQLException {
        var connection = DatabaseFile.owner(folder).getConnection();
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

    private int percentInUse() {
        return jdbi.withHandle(Compaction::percentInUse);
    }
}
