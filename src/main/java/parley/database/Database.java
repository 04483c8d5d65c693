package parley.database;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.function.Function;
import org.h2.api.ErrorCode;
import org.h2.jdbcx.JdbcDataSource;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The embedded database: reads on a snapshot, writes that are on disk when they return. */
public final class Database implements AutoCloseable {

    private static final int READERS = 8;

    private final Jdbi owner;
    private final HikariDataSource readers;
    private final Jdbi reading;
    private final Durability durability = new Durability();
    private final GroupCommit groupCommit;
    private final String epoch;

    private Database(Jdbi owner, HikariDataSource readers, String epoch, Runnable onFailure, MeterRegistry meters) {
        this.owner = owner;
        this.readers = readers;
        this.reading = Jdbi.create(readers);
        this.groupCommit = new GroupCommit(owner, durability, new Compaction(), onFailure, meters);
        this.epoch = epoch;
    }

    /**
     * Opens the database in the folder, making both if they are not there.
     *
     * @param onFailure told once, when the disk refuses a commit: the database answers no more and must be opened anew
     * @throws DatabaseUnavailable if another process has it open, or the folder cannot be written
     */
    public static Database open(Path folder, Runnable onFailure, MeterRegistry meters) {
        try {
            EmptyDatabase.copyTo(folder);
            var source = owner(folder);
            var owner = Jdbi.create(source);
            String epoch = owner.withHandle(handle -> {
                Migrations.run(source, handle);
                addReader(handle);
                return epoch(handle);
            });
            return new Database(owner, readers(folder, meters), epoch, onFailure, meters);
        } catch (RuntimeException e) {
            throw unavailable(folder, e);
        }
    }

    /**
     * Runs the work in one read-only transaction. A write in it fails. Everything that it saw is on disk when it returns. Work that
     * never asks for the handle costs no connection.
     */
    public <T> T read(Function<Transaction, T> work) {
        try (var snapshot = new Snapshot(reading)) {
            var transaction = new Transaction(snapshot::handle);
            T result = work.apply(transaction);
            if (snapshot.end()) {
                durability.await();
            }
            transaction.runEffects();
            return result;
        }
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

    /** Names this history: a wiped or restored database has another epoch. */
    public String epoch() {
        return epoch;
    }

    @Override
    public void close() {
        groupCommit.close();
        readers.close();
        try {
            owner.useHandle(Database::shutDown);
        } catch (ConnectionException e) {
            // H2 closed it by itself when its disk failed, and cannot open it any more.
        }
    }

    /**
     * {@code WRITE_DELAY}: see {@link Compaction}.
     *
     * <p>{@code RETENTION_TIME}: H2 writes over what is no longer needed after 45 seconds at the earliest, since it does not know when
     * the disk has it; here each commit is on disk when it returns. With 45 the file grew to a gigabyte under load, and to tidy it up
     * held posts up for as long as a second.
     */
    static JdbcDataSource owner(Path folder) {
        return source(folder, "sa", ";TRACE_LEVEL_FILE=0;DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE;QUERY_CACHE_SIZE=64"
                + ";WRITE_DELAY=0;RETENTION_TIME=5000");
    }

    /** {@code retry:} because an interrupted thread would otherwise close the file for everybody. */
    private static JdbcDataSource source(Path folder, String user, String options) {
        var source = new JdbcDataSource();
        source.setURL("jdbc:h2:retry:" + folder.toAbsolutePath().resolve("parley")
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH" + options);
        source.setUser(user);
        source.setPassword("");
        return source;
    }

    /** H2 ignores {@code Connection.setReadOnly}; a user who may only select cannot be ignored. */
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

    /** By plain JDBC: after it there is no connection left that JDBI could ask how it went. */
    static void shutDown(Handle handle) {
        try (var statement = handle.getConnection().createStatement()) {
            statement.execute("shutdown");
        } catch (SQLException e) {
            throw new IllegalStateException("The database did not close cleanly", e);
        }
    }

    /** Without a {@code HikariConfig}: it would be copied field by field by reflection, which takes a fiftieth of the start. */
    private static HikariDataSource readers(Path folder, MeterRegistry meters) {
        var readers = new HikariDataSource();
        readers.setPoolName("readers");
        readers.setDataSource(source(folder, "reader", ";IFEXISTS=TRUE"));
        readers.setMaximumPoolSize(READERS);
        readers.setMetricRegistry(meters);
        readers.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
        return readers;
    }

    private static DatabaseUnavailable unavailable(Path folder, RuntimeException cause) {
        for (Throwable e = cause; e != null; e = e.getCause()) {
            if (e instanceof org.h2.jdbc.JdbcException h2 && h2.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1) {
                return new DatabaseUnavailable("The database in " + folder
                        + " is in use by another process. Stop that one, or choose another folder with --data.", cause);
            }
        }
        return new DatabaseUnavailable("The database in " + folder + " cannot be opened: " + root(cause).getMessage()
                + ". Check that the folder can be written, or choose another with --data.", cause);
    }

    private static Throwable root(Throwable e) {
        return e.getCause() == null ? e : root(e.getCause());
    }
}
