package parley.database;

import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import org.h2.api.ErrorCode;
import org.h2.jdbc.JdbcException;
import org.h2.jdbcx.JdbcDataSource;

/** The file of the database. To open it takes H2 a quarter of the start, so that is done on another thread, before anything else. */
public final class DatabaseFile {

    private final Path folder;
    private final CompletableFuture<Void> opened;

    private DatabaseFile(Path folder) {
        this.folder = folder;
        this.opened = CompletableFuture.runAsync(this::open, DatabaseFile::start);
    }

    /** Begins to open the database in the folder, making both if they are not there. */
    public static DatabaseFile opening(Path folder) {
        return new DatabaseFile(folder);
    }

    /** On a thread that is nobody else's. */
    static void start(Runnable work) {
        Thread.ofPlatform().name("database-opening").start(work);
    }

    /**
     * H2 keeps it open when the connection is closed. By plain JDBC: JDBI would log, and SLF4J complains when two threads begin with it
     * at once.
     */
    private void open() {
        EmptyDatabase.copyTo(folder);
        try {
            owner().getConnection().close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    CompletableFuture<Void> opened() {
        return opened;
    }

    JdbcDataSource owner() {
        return owner(folder);
    }

    /** H2 ignores {@code Connection.setReadOnly}; a user who may only select cannot be ignored. */
    JdbcDataSource reader() {
        return source(folder, "reader", ";IFEXISTS=TRUE");
    }

    /**
     * {@code WRITE_DELAY}: see {@link Compaction}.
     *
     * <p>{@code RETENTION_TIME}: H2 writes over what is no longer needed after 45 seconds at the earliest, since it does not know when
     * the disk has it; here each commit is on disk when it returns. With 45 the file grew to a gigabyte under load, and to tidy it up
     * held posts up for as long as a second.
     *
     * <p>{@code CACHE_SIZE}, in KiB: H2 remembers each page that it writes. By default that was nearly half of the memory that posts
     * took; and what is remembered for longer than a young generation takes to fill, the collector copies: half of its work.
     */
    static JdbcDataSource owner(Path folder) {
        return source(folder, "sa", ";TRACE_LEVEL_FILE=0;DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE;QUERY_CACHE_SIZE=64"
                + ";WRITE_DELAY=0;RETENTION_TIME=5000;CACHE_SIZE=4096");
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

    /** What to tell when it could not be opened. */
    DatabaseUnavailable unavailable(Throwable cause) {
        for (Throwable e = cause; e != null; e = e.getCause()) {
            if (e instanceof JdbcException h2 && h2.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1) {
                return new DatabaseUnavailable("The database in " + folder
                        + " is in use by another process. Stop that one, or choose another folder with --data.", cause);
            }
        }
        return new DatabaseUnavailable("The database in " + folder + " cannot be opened: " + reason(cause)
                + ". Check that the folder can be written, or choose another with --data.", cause);
    }

    /** What the system says of a folder is no more than its name. */
    private String reason(Throwable cause) {
        if (Files.isDirectory(folder)) {
            return said(cause);
        }
        return Files.exists(folder) ? "that is no folder" : "the folder cannot be made";
    }

    /** By the innermost that says anything: some causes have no words, and some file systems only repeat the path. */
    private static String said(Throwable e) {
        String inside = e.getCause() == null ? null : said(e.getCause());
        if (inside != null) {
            return inside;
        }
        return e instanceof FileSystemException file ? file.getReason() : e.getMessage();
    }
}
