package parley.database;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;

/** Changes an open database past the application. */
public final class BackDoor {

    private BackDoor() {}

    public static void run(Path folder, String... statements) {
        try (var connection = DriverManager.getConnection(url(folder), "sa", "");
                var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What H2 does by itself when its disk fails: the database stays known, and refuses whoever comes. */
    public static void closeTheStore(Path folder) {
        try (var connection = DriverManager.getConnection(url(folder), "sa", "")) {
            var session = (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
            session.getDatabase().getStore().getMvStore().closeImmediately();
        } catch (SQLException e) {
            // To close a connection is refused, too.
        }
    }

    /** What a database looks like from inside when its disk is gone. */
    public static void loseTheFile(Path folder) {
        run(folder, "shutdown immediately");
    }

    private static String url(Path folder) {
        return "jdbc:h2:retry:" + folder.toAbsolutePath().resolve("parley")
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;IFEXISTS=TRUE";
    }
}
