package parley.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmptyDatabaseTest {

    private static byte[] empty;

    @TempDir
    private Path folder;

    @BeforeAll
    static void make(@TempDir Path build) throws IOException {
        EmptyDatabase.main(new String[]{build.toString()});
        empty = Files.readAllBytes(build.resolve("parley.mv.db"));
    }

    @Test
    void aCopyIsWhatTheScriptsMake() throws IOException {
        EmptyDatabase.copy(empty(), folder.resolve("copied"));

        assertThat(inside("copied", EmptyDatabaseTest::schema)).hasSizeGreaterThan(100)
                .isEqualTo(inside("scripted", EmptyDatabaseTest::schema));
        assertThat(inside("copied", EmptyDatabaseTest::rows)).isEqualTo(inside("scripted", EmptyDatabaseTest::rows));
    }

    @Test
    void eachCopyIsAHistoryOfItsOwnThatKeepsItsName() throws IOException {
        EmptyDatabase.copy(empty(), folder.resolve("one"));
        EmptyDatabase.copy(empty(), folder.resolve("other"));

        assertThat(epoch("one")).matches("[0-9a-f]{12}").isNotEqualTo(epoch("other")).isEqualTo(epoch("one"));
    }

    @Test
    void aFolderWithSomethingInItIsLeftAlone() throws IOException {
        Files.writeString(folder.resolve("parley.mv.db.newFile"), "what H2 was about to put in place");

        EmptyDatabase.copy(empty(), folder);

        assertThat(folder).isDirectoryContaining("glob:**.newFile").isDirectoryNotContaining("glob:**.mv.db");
    }

    @Test
    void aDatabaseThatAnotherProcessMadeMeanwhileIsLeftAlone() {
        assertThatThrownBy(() -> EmptyDatabase.copy(interruptedBy(() -> {
            Files.writeString(folder.resolve("parley.mv.db"), "theirs");
        }), folder)).isInstanceOf(FileAlreadyExistsException.class);

        assertThat(folder.resolve("parley.mv.db")).hasContent("theirs");
        assertThat(folder).isDirectoryNotContaining("glob:**.new");
    }

    @Test
    void aDiskThatIsFullLeavesNothingBehind() {
        assertThatThrownBy(() -> EmptyDatabase.copy(interruptedBy(() -> {
            throw new IOException("No space left on device");
        }), folder)).hasMessage("No space left on device");

        assertThat(folder).isEmptyDirectory();
    }

    private interface Event {
        void happen() throws IOException;
    }

    private static InputStream empty() {
        return new ByteArrayInputStream(empty);
    }

    /** The event happens when all has been read. */
    private static InputStream interruptedBy(Event event) {
        return new ByteArrayInputStream(empty) {
            @Override
            public long transferTo(java.io.OutputStream out) throws IOException {
                long bytes = super.transferTo(out);
                event.happen();
                return bytes;
            }
        };
    }

    private String epoch(String name) {
        return inside(name,
                transaction -> transaction.handle().select("select id from epoch").mapTo(String.class).one());
    }

    private static List<String> schema(Transaction transaction) {
        return transaction.handle().select("""
                select table_name || '.' || column_name || ' ' || data_type || ' ' || coalesce(column_default, '')
                from information_schema.columns where table_schema = 'public'
                union all select index_name || ' of ' || table_name from information_schema.indexes
                where table_schema = 'public'
                union all select constraint_name || ' ' || constraint_type || ' of ' || table_name
                from information_schema.table_constraints where table_schema = 'public'
                union all select grantee || ' ' || rights from information_schema.rights
                order by 1""").mapTo(String.class).list();
    }

    private static List<String> rows(Transaction transaction) {
        return transaction.handle().select("""
                select 'room ' || slug from rooms union all select 'user ' || id from users
                union all select 'key ' || name from signing_keys union all select 'minute ' || minutes from session_clock
                union all select 'script ' || script from flyway_schema_history order by 1""").mapTo(String.class)
                .list();
    }

    private <T> T inside(String name, Function<Transaction, T> look) {
        try (var database = Database.open(folder.resolve(name), () -> {}, new SimpleMeterRegistry())) {
            return database.read(look);
        }
    }
}
