package parley.database;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import parley.Eventually;

class DatabaseTest {

    private final AtomicInteger failures = new AtomicInteger();

    @TempDir
    private Path folder;
    private Database database;

    @BeforeEach
    void open() {
        database = Database.open(folder, failures::incrementAndGet, new SimpleMeterRegistry());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void keepsDataAndEpochWhenItIsOpenedAgain() {
        String epoch = database.epoch();
        make("attic");

        database.close();
        open();

        assertThat(database.epoch()).isEqualTo(epoch);
        assertThat(rooms()).containsExactly("general", "attic");
    }

    @Test
    void anotherFolderIsAnotherHistory(@TempDir Path elsewhere) {
        var other = Database.open(elsewhere, failures::incrementAndGet, new SimpleMeterRegistry());

        assertThat(other.epoch()).isNotEqualTo(database.epoch()).matches("[0-9a-z]{1,16}");
        other.close();
    }

    @Test
    void aReadCannotWrite() {
        assertThatThrownBy(() -> database.read(transaction -> transaction.handle()
                .execute("insert into rooms (slug, name) values ('attic', 'Attic')")))
                .hasMessageContaining("Not enough rights");
        assertThatThrownBy(() -> database.read(transaction -> transaction.handle().execute("drop table messages")))
                .hasMessageContaining("Not enough rights");

        assertThat(rooms()).containsExactly("general");
    }

    @Test
    void norCanItLeaveSomethingForACommitOrARollback() {
        List<Consumer<Transaction>> works = List.of(transaction -> transaction.beforeCommit(handle -> {}),
                transaction -> transaction.onRollback(() -> {}));

        assertThat(works).allSatisfy(work -> assertThatThrownBy(() -> database.read(transaction -> {
            work.accept(transaction);
            return null;
        })).hasMessage("This transaction only reads."));
    }

    @Test
    void aReadSeesOneMomentHoweverOftenItLooks() {
        database.read(transaction -> {
            long before = count(transaction);
            make("attic");
            assertThat(count(transaction)).isEqualTo(before);
            return null;
        });

        assertThat(rooms()).contains("attic");
    }

    @Test
    void anEffectOfAReadRunsWhenItIsOver() {
        List<String> events = new ArrayList<>();

        database.read(transaction -> {
            transaction.afterCommit(() -> events.add("effect"));
            return events.add("read");
        });

        assertThat(events).containsExactly("read", "effect");
    }

    @Test
    @Timeout(value = 20, threadMode = ThreadMode.SEPARATE_THREAD)
    void anEffectMayWaitForSomebodyWhoReads() throws Exception {
        var afterAll = new CountDownLatch(8);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var reads = IntStream.range(0, 8).mapToObj(number -> threads.submit(() -> database.read(transaction -> {
                transaction.afterCommit(() -> {
                    afterAll.countDown();
                    Eventually.passed(afterAll);
                    rooms();
                });
                return count(transaction);
            }))).toList();
            for (var read : reads) {
                assertThat(read.get()).isEqualTo(1);
            }
        }
    }

    /** H2 shows a commit before it is on disk: whoever acted on it then would be wrong after a power cut. */
    @Test
    void whatAReadSawIsOnDiskWhenItReturns() throws Exception {
        for (int round = 0; round < 100; round++) {
            String slug = "round-%d-of-a-hundred".formatted(round);
            var writing = Thread.ofPlatform().start(() -> make(slug));
            Eventually.until("the room is there", () -> rooms().contains(slug));

            assertThat(Files.readString(folder.resolve("parley.mv.db"), ISO_8859_1).contains(slug)).as(slug).isTrue();
            writing.join();
        }
    }

    @Test
    void whatAWriteThrewReachesItsCallerAndNothingIsStored() {
        assertThatThrownBy(() -> database.write(transaction -> {
            make(transaction, "attic");
            throw new IllegalStateException("Changed my mind");
        })).isInstanceOf(IllegalStateException.class).hasMessage("Changed my mind");

        assertThat(rooms()).containsExactly("general");
    }

    @Test
    void aClosedDatabaseRefuses() {
        database.close();

        assertThatThrownBy(() -> make("attic")).hasMessage("The database is closed.");
        open();
        assertThat(rooms()).containsExactly("general");
    }

    @Test
    void anInterruptedCallerDoesNotCloseItForTheOthers() {
        Thread.currentThread().interrupt();
        make("attic");

        assertThat(Thread.interrupted()).isTrue();
        assertThat(rooms()).containsExactly("general", "attic");
    }

    @Test
    void norDoesOneThatIsInterruptedWhileItReadsTheFile() {
        database.write(transaction -> {
            IntStream.range(0, 1_000).forEach(number -> make(transaction, "room-" + number));
            return null;
        });
        database.close();
        open();

        Thread.currentThread().interrupt();
        rooms();
        Thread.interrupted();

        assertThat(rooms()).hasSize(1_001);
        make("attic");
        assertThat(rooms()).hasSize(1_002);
    }

    @Test
    @Timeout(value = 20, threadMode = ThreadMode.SEPARATE_THREAD)
    void whenItsFileIsGoneTheWriteFailsAndTheApplicationIsToldOnce() {
        make("hall");
        BackDoor.loseTheFile(folder);

        assertThatThrownBy(() -> make("attic")).isInstanceOf(StorageFailed.class)
                .hasMessageStartingWith("The database cannot write to its disk");
        assertThatThrownBy(() -> make("cellar")).isInstanceOf(StorageFailed.class);
        assertThat(failures).hasValue(1);
    }

    @Test
    void oneThatIsLostAndCannotBeOpenedAnyMoreIsClosedWithoutAnotherError(@TempDir Path lost) throws IOException {
        var other = Database.open(lost, failures::incrementAndGet, new SimpleMeterRegistry());
        BackDoor.loseTheFile(lost);
        try (var file = FileChannel.open(lost.resolve("parley.mv.db"), StandardOpenOption.WRITE);
                var lock = file.lock()) {
            assertThat(lock.isValid()).isTrue();
            assertThatCode(other::close).doesNotThrowAnyException();
        }
    }

    @Test
    void aDatabaseThatAnotherProcessHasOpenIsNotOpened(@TempDir Path used) throws IOException {
        Database.open(used, failures::incrementAndGet, new SimpleMeterRegistry()).close();
        try (var file = FileChannel.open(used.resolve("parley.mv.db"), StandardOpenOption.WRITE);
                var lock = file.lock()) {
            assertThat(lock.isValid()).isTrue();
            assertThatThrownBy(() -> Database.open(used, failures::incrementAndGet, new SimpleMeterRegistry()))
                    .isInstanceOf(DatabaseUnavailable.class)
                    .hasMessage("The database in " + used + " is in use by another process. Stop that one, or choose "
                            + "another folder with --data.");
        }
    }

    @Test
    void aFolderThatCannotBeOneIsRefusedWithTheRemedy() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> Database.open(file, failures::incrementAndGet, new SimpleMeterRegistry()))
                .isInstanceOf(DatabaseUnavailable.class).hasMessageStartingWith("The database in " + file)
                .hasMessageContaining("cannot be opened: that is no folder.").hasMessageContaining("--data").message()
                .doesNotContain("\n");
    }

    @Test
    void whatIsNoDatabaseIsRefusedWithAReason(@TempDir Path damaged) throws IOException {
        Path file = Files.writeString(damaged.resolve("parley.mv.db"), "Not H2");

        assertThatThrownBy(() -> Database.open(damaged, failures::incrementAndGet, new SimpleMeterRegistry()))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("cannot be opened: Reading from file retry:" + file + " failed");
    }

    @Test
    void aFolderThatCannotBeMadeIsRefusedWithTheRemedy() throws IOException {
        Path below = Files.createFile(folder.resolve("file")).resolve("below");

        assertThatThrownBy(() -> Database.open(below, failures::incrementAndGet, new SimpleMeterRegistry()))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("cannot be opened: the folder cannot be made.");
    }

    @Test
    void whoReadsBeforeItIsOpenWaits(@TempDir Path elsewhere) {
        try (var opening = opening(elsewhere)) {
            assertThat(opening.<Long>read(DatabaseTest::count)).isEqualTo(1);
        }
    }

    @Test
    void whoWritesBeforeItIsOpenWaits(@TempDir Path elsewhere) {
        try (var opening = opening(elsewhere)) {
            assertThat(opening.<Integer>write(transaction -> make(transaction, "attic"))).isEqualTo(1);
        }
    }

    /** It is no disk that failed: nobody has to stop for it. */
    @Test
    void whoReadsOneThatCannotBeOpenedIsToldWhy() throws IOException {
        var lost = opening(Files.createFile(folder.resolve("file")));

        assertThatThrownBy(() -> lost.read(DatabaseTest::count)).isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("cannot be opened");
        assertThatCode(lost::close).doesNotThrowAnyException();
        assertThat(failures).hasValue(0);
    }

    private Database opening(Path folder) {
        return new Database(DatabaseFile.opening(folder), failures::incrementAndGet, new SimpleMeterRegistry());
    }

    private void make(String slug) {
        database.write(transaction -> make(transaction, slug));
    }

    private static int make(Transaction transaction, String slug) {
        return transaction.handle().execute("insert into rooms (slug, name) values (?, ?)", slug, slug);
    }

    private List<String> rooms() {
        return database.read(transaction -> transaction.handle().select("select slug from rooms order by id")
                .mapTo(String.class).list());
    }

    private static long count(Transaction transaction) {
        return transaction.handle().select("select count(*) from rooms").mapTo(Long.class).one();
    }
}
