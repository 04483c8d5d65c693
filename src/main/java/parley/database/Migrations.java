package parley.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;

/**
 * The scripts that make the tables. Flyway runs them; but only to find that there is nothing to do takes it an eighth of the start, so
 * it is not asked if it noted that it ran just these.
 */
final class Migrations {

    private static final String FOLDER = "db/migration";

    private Migrations() {}

    static void run(DataSource source, Handle handle) {
        if (!isDone(handle)) {
            Flyway.configure().dataSource(source).locations("classpath:" + FOLDER).load().migrate();
        }
    }

    static boolean isDone(Handle handle) {
        return handle.createQuery(
                "select count(*) from information_schema.tables where table_name = 'flyway_schema_history'")
                .mapTo(Integer.class).one() > 0 && ran(handle).equals(packaged());
    }

    /** Each as its name and its checksum; as a text, since the JVM only makes a record's {@code equals} when it is first called. */
    private static Set<String> ran(Handle handle) {
        return handle.createQuery("""
                select script || ' ' || checksum from flyway_schema_history where success and type = 'SQL'""")
                .mapTo(String.class).set();
    }

    private static Set<String> packaged() {
        try {
            URI folder = Migrations.class.getResource("/" + FOLDER).toURI();
            if (!folder.getScheme().equals("jar")) {
                return scripts(Path.of(folder));
            }
            try (var jar = FileSystems.newFileSystem(folder, Map.of())) {
                return scripts(jar.getPath(FOLDER));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Set<String> scripts(Path folder) throws IOException {
        var scripts = new HashSet<String>();
        try (var files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                scripts.add(file.getFileName() + " " + checksum(file));
            }
        }
        return scripts;
    }

    /** As Flyway works it out: CRC-32 of the lines without their ends. */
    private static int checksum(Path script) throws IOException {
        var checksum = new CRC32();
        for (String line : Files.readAllLines(script)) {
            checksum.update(line.getBytes());
        }
        return (int) checksum.getValue();
    }
}
