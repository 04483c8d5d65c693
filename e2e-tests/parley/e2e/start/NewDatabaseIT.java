package parley.e2e.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import parley.e2e.vocabulary.Application;

class NewDatabaseIT {

    @Test
    void isACopyOfTheOneThatTheBuildMadeAndAHistoryOfItsOwn() throws SQLException {
        var begin = Instant.now();
        try (var one = Application.start().stop(); var other = Application.start().stop()) {
            assertThat(in(one, "select max(installed_on) from flyway_schema_history", OffsetDateTime.class).toInstant())
                    .as("when the tables were made").isBefore(begin);
            assertThat(in(one, "select id from epoch", String.class))
                    .isNotEqualTo(in(other, "select id from epoch", String.class));
        }
    }

    private static <T> T in(Application application, String query, Class<T> type) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:h2:" + application.data().resolve("parley")
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;IFEXISTS=TRUE", "sa", "");
                var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getObject(1, type);
        }
    }
}
