package parley.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jdbi.v3.core.Jdbi;

/**
 * The file of a database in which nothing has happened yet. The packaged application carries one with it: a copy is there in a
 * millisecond, where the scripts take a third of the start.
 */
final class EmptyDatabase {

    private static final String RESOURCE = "/db/empty.mv.db";

    private EmptyDatabase() {}

    /** The build makes it by this, in a folder of its own. Each copy gets its own epoch when it is first opened. */
    public static void main(String[] folder) {
        var source = DatabaseFile.owner(Path.of(folder[0]));
        Jdbi.create(source).useHandle(handle -> {
            Migrations.run(source, handle);
            Database.addReader(handle);
            handle.execute("delete from epoch");
            Database.shutDown(handle);
        });
    }

    /** Does nothing where there is something already, or where a copy cannot be made: the scripts make the tables as well. */
    static void copyTo(Path folder) {
        try (var empty = EmptyDatabase.class.getResourceAsStream(RESOURCE)) {
            if (empty != null) {
                copy(empty, folder);
            }
        } catch (IOException e) {
            // What is wrong with the folder is told when the database is opened.
        }
    }

    /** Whole or not at all, whenever the process is killed; and never in place of a file that another process just made. */
    static void copy(InputStream empty, Path folder) throws IOException {
        Files.createDirectories(folder);
        if (!isEmpty(folder)) {
            return;
        }
        Path copy = folder.resolve("parley.new");
        try (var file = FileChannel.open(copy, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            try {
                empty.transferTo(Channels.newOutputStream(file));
                file.force(true);
                Files.createLink(folder.resolve("parley.mv.db"), copy);
            } finally {
                Files.delete(copy);
            }
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (var files = Files.newDirectoryStream(folder)) {
            return !files.iterator().hasNext();
        }
    }
}
