package parley.database;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The embedded database: reads on a snapshot, writes that are on disk when they return. */
public final class Database implements AutoCloseable {

    private static final int READERS = 8;

    private final DatabaseFile file;
    private final Jdbi owner;
    private final CompletableFuture<String> epoch;
    private final HikariDataSource readers;
    private final Jdbi reading;
    private final Durability durability = new Durability();
    private final GroupCommit groupCommit;

    /**
     * The database in a file that may still be being opened: who reads or writes waits for it.
     *
     * @param onFailure told once, when the disk refuses a commit: the database answers no more and must be opened anew
     */
    public Database(DatabaseFile file, Runnable onFailure, MeterRegistry meters) {
        this.file = file;
        this.owner = waiting(file.owner());
        this.epoch = file.opened().thenApplyAsync(opened -> prepare(), DatabaseFile::start);
        this.readers = readers(file.reader(), meters);
        this.reading = waiting(readers);
        this.groupCommit = new GroupCommit(owner, durability, new Compaction(), onFailure, meters);
    }

    /**
     * Opens the database in the folder, making both if they are not there.
     *
     * @param onFailure told once, when the disk refuses a commit: the database answers no more and must be opened anew
     * @throws DatabaseUnavailable if another process has it open, or the folder cannot be written
     */
    public static Database open(Path folder, Runnable onFailure, MeterRegistry meters) {
        var database = new Database(DatabaseFile.opening(folder), onFailure, meters);
        database.awaitOpen();
        return database;
    }

    private String prepare() {
        return Jdbi.create(file.owner()).withHandle(handle -> {
            Migrations.run(file.owner(), handle);
            addReader(handle);
            return epoch(handle);
        });
    }

    static void addReader(Handle handle) {
        handle.execute("create user if not exists reader password ''");
        handle.execute("grant select on schema public to reader");
    }

    /** A history without a name gets one. */
    private static String epoch(Handle handle) {
        handle.execute("""
                insert into epoch (id) select lower(substring(replace(random_uuid(), '-', '') from 1 for 12))
                where not exists (select 1 from epoch)""");
        return handle.select("select id from epoch").mapTo(String.class).one();
    }

    private Jdbi waiting(DataSource source) {
        return Jdbi.create(() -> connection(source));
    }

    private Connection connection(DataSource source) throws SQLException {
        epoch();
        return source.getConnection();
    }

    /** Without a {@code HikariConfig}: it would be copied field by field by reflection, which takes a fiftieth of the start. */
    private static HikariDataSource readers(DataSource source, MeterRegistry meters) {
        var readers = new HikariDataSource();
        readers.setPoolName("readers");
        readers.setDataSource(source);
        readers.setMaximumPoolSize(READERS);
        readers.setMetricRegistry(meters);
        readers.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
        return readers;
    }

    /** @throws DatabaseUnavailable if another process has it open, or the folder cannot be written */
    public void awaitOpen() {
        epoch();
    }

    /** Names this history: a wiped or restored database has another epoch. */
    public String epoch() {
        try {
            return epoch.join();
        } catch (CompletionException e) {
            throw file.unavailable(e.getCause());
        }
    }

    /**
     * Runs the work in one read-only transaction. A write in it fails. Everything that it saw is on disk when it returns. Work that
     * never asks for the handle costs no connection, and nobody holds one while waiting for the disk or for what follows the work.
     */
    public <T> T read(Function<Transaction, T> work) {
        Transaction transaction;
        T result;
        boolean hasRead;
        try (var snapshot = new Snapshot(reading)) {
            transaction = Transaction.reading(snapshot::handle);
            result = work.apply(transaction);
            hasRead = snapshot.end();
        }
        if (hasRead) {
            durability.await();
        }
        transaction.runEffects();
        return result;
    }

    /**
     * Runs the work in one read-write transaction and returns when that is on disk.
     *
     * @throws RuntimeException what the work threw; nothing of it is stored then
     * @throws StorageFailed if the disk refused it
     */
    public <T> T write(Function<Transaction, T> work) {
        return groupCommit.write(work);
    }

    @Override
    public void close() {
        groupCommit.close();
        readers.close();
        try {
            owner.useHandle(Database::shutDown);
        } catch (ConnectionException | DatabaseUnavailable e) {
            // It could not be opened; or H2 closed it by itself when its disk failed, and cannot open it any more.
        }
    }

    /** By plain JDBC: after it there is no connection left that JDBI could ask how it went. */
    static void shutDown(Handle handle) {
        try (var statement = handle.getConnection().createStatement()) {
            statement.execute("shutdown");
        } catch (SQLException e) {
            throw new IllegalStateException("The database did not close cleanly", e);
        }
    }
}
