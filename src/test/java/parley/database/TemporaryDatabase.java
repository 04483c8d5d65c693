package parley.database;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A database that the tests of a class share and that goes when they are over. */
public final class TemporaryDatabase implements BeforeAllCallback, AfterAllCallback {

    private final AtomicInteger failures = new AtomicInteger();
    private Path folder;
    private Database database;

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        folder = Files.createTempDirectory("parley");
        database = Database.open(folder, failures::incrementAndGet, new SimpleMeterRegistry());
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        database.close();
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(file -> file.delete());
        }
    }

    public Database open() {
        return database;
    }

    public <T> T read(Function<Handle, T> work) {
        return database.read(transaction -> work.apply(transaction.handle()));
    }

    public <T> T write(Function<Transaction, T> work) {
        return database.write(work);
    }

    public long count(String table) {
        return read(handle -> handle.createQuery("select count(*) from " + table).mapTo(Long.class).one());
    }
}
