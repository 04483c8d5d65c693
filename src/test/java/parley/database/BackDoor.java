package parley.database;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Changes an open database past the application. */
public final class BackDoor {

    private BackDoor() {}

    public static void run(Path folder, String... statements) {
        try (var connection = DriverManager.getConnection("jdbc:h2:retry:" + folder.toAbsolutePath().resolve("parley")
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;IFEXISTS=TRUE", "sa", "");
                var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a database looks like from inside when its disk is gone. */
    public static void loseTheFile(Path folder) {
        run(folder, "shutdown immediately");
    }
}
