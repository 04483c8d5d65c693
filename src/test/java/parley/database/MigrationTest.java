package parley.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Databases of earlier versions. */
class MigrationTest {

    @TempDir
    Path folder;

    @Test
    void messagesThatHadChangedAreFoundByTheirChange() {
        migrate("9");
        Jdbi.create(DatabaseFile.owner(folder)).useHandle(handle -> {
            handle.execute("insert into users (id, name, avatar) values ('ann', 'Ann', 'mint-otter')");
            handle.execute("""
                    insert into messages (room_id, posted, revision, client_key, author_id, body)
                    values (1, 1, 3, 'a', 'ann', 'Moved'), (1, 2, 2, 'b', 'ann', 'Stayed')""");
        });

        assertThat(rows("select posted || ' at ' || revision from changed_messages")).containsExactly("1 at 3");
    }

    @Test
    void reactionsAreCountedAndTheirLastChangesKnown() {
        migrate("10");
        Jdbi.create(DatabaseFile.owner(folder)).useHandle(handle -> handle.createScript("""
                insert into users (id, name, avatar) values ('ann', 'Ann', 'mint-otter'), ('bob', 'Bob', 'mint-otter');
                insert into messages (room_id, posted, revision, client_key, author_id, body)
                values (1, 1, 1, 'a', 'ann', 'Hello'), (1, 2, 2, 'b', 'ann', 'Hello');
                insert into reactions (room_id, posted, word, user_id, revision)
                values (1, 1, 'heart', 'ann', 3), (1, 1, 'heart', 'bob', 4);
                insert into reacted (room_id, posted, revision) values (1, 1, 4), (1, 2, 6)""").execute());

        assertThat(rows("select posted || ' ' || word || ' ' || number from reaction_counts"))
                .containsExactly("1 heart 2");
        assertThat(rows(
                "select trim(revision || ' ' || posted || ' ' || user_id) from reaction_changes where word <> '' or posted = 2 order by revision"))
                .containsExactly("3 1 ann", "4 1 bob", "6 2");
    }

    /** Each costs each post the pages of its room. */
    @Test
    void messagesHaveNoIndexButTheirPlaceAndTheirKey() {
        assertThat(rows("""
                select listagg(column_name, ', ') within group (order by ordinal_position)
                from information_schema.index_columns where table_name = 'messages' group by index_name"""))
                .containsExactlyInAnyOrder("room_id, posted", "client_key");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "nothing", value = {
            "nothing                                                                      | true",
            "update flyway_schema_history set checksum = 1 where version = '2'            | false",
            "update flyway_schema_history set success = false where version = '2'         | false",
            "delete from flyway_schema_history where version = '2'                        | false",
            "update flyway_schema_history set type = 'SQL', script = 'V0__of_a_newer_version.sql' where type = 'TABLE' | false",
            "drop table flyway_schema_history                                             | false"})
    void flywayIsAskedUnlessItRanJustTheseScripts(String change, boolean done) {
        rows("select id from epoch");

        Jdbi.create(DatabaseFile.owner(folder)).useHandle(handle -> {
            if (change != null) {
                handle.execute(change);
            }
            assertThat(Migrations.isDone(handle)).isEqualTo(done);
        });
    }

    @Test
    void aNewDatabaseNeedsThem() {
        Jdbi.create(DatabaseFile.owner(folder)).useHandle(handle -> assertThat(Migrations.isDone(handle)).isFalse());
    }

    private void migrate(String version) {
        Flyway.configure().dataSource(DatabaseFile.owner(folder)).target(version).load().migrate();
    }

    private List<String> rows(String query) {
        try (var database = Database.open(folder, () -> {}, new SimpleMeterRegistry())) {
            return database.read(transaction -> transaction.handle().createQuery(query).mapTo(String.class).list());
        }
    }
}
