package parley.live;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolTest {

    private static final int KILOBYTE = 1024;
    private static final int MEGABYTE = 1024 * KILOBYTE;
    private static final Path OPEN_FILES = Path.of("/proc/self/fd");

    @TempDir
    private Path folder;

    private Spool spool;
    private SocketChannel server;
    private SocketChannel tab;

    @BeforeEach
    void connect() throws IOException {
        spool = new Spool(folder, Duration.ZERO);
        try (var listening = ServerSocketChannel.open()
                .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            tab = SocketChannel.open(listening.getLocalAddress());
            server = listening.accept();
        }
        server.configureBlocking(false);
    }

    @AfterEach
    void close() throws IOException {
        spool.close();
        server.close();
        tab.close();
    }

    @Test
    void aLongPayloadIsInTheFile() throws IOException {
        var payload = spool.put(payload('a', 40 * KILOBYTE));

        assertThat(payload.spooled()).isNotNull();
        assertThat(payload.writeTo(server).remaining()).isZero();
        assertThat(read(40 * KILOBYTE)).isEqualTo("a".repeat(40 * KILOBYTE));
    }

    @Test
    void aShortOneIsNot() {
        assertThat(spool.put(payload('a', 20 * KILOBYTE)).spooled()).isNull();
    }

    @Test
    void everyTabGetsItAndEachPayloadIsItself() throws IOException {
        for (char letter : new char[]{'a', 'b'}) {
            var payload = spool.put(payload(letter, 40 * KILOBYTE));
            payload.writeTo(server);
            payload.writeTo(server);
        }

        assertThat(read(160 * KILOBYTE)).isEqualTo("a".repeat(80 * KILOBYTE) + "b".repeat(80 * KILOBYTE));
    }

    @Test
    void whatTheTabDoesNotTakeIsLeft() throws IOException {
        var payload = spool.put(payload('a', 60 * MEGABYTE));

        var rest = payload.writeTo(server);

        assertThat(rest.remaining()).isBetween(1, 60 * MEGABYTE - 1);
        int taken = 60 * MEGABYTE - rest.remaining();
        assertThat(read(taken)).isEqualTo("a".repeat(taken));
    }

    @Test
    void whatATabIsYetToReadIsNeverWrittenOver() throws IOException {
        spool.put(payload('a', 100 * KILOBYTE)).writeTo(server);

        for (int file = 0; file < 4; file++) {
            spool.put(payload('b', 17 * MEGABYTE));
        }

        assertThat(read(100 * KILOBYTE)).isEqualTo("a".repeat(100 * KILOBYTE));
    }

    @Test
    void nothingIsLeftInTheFolder() {
        spool.put(payload('a', 40 * KILOBYTE));

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void withoutAFileThePayloadIsSentAsItIs() throws IOException {
        spool = new Spool(folder.resolve("missing"), Duration.ZERO);

        var payload = spool.put(payload('a', 40 * KILOBYTE));

        assertThat(payload.writeTo(server).remaining()).isZero();
        assertThat(read(40 * KILOBYTE)).isEqualTo("a".repeat(40 * KILOBYTE));
    }

    @Test
    void asSoonAsThereIsAFolderThereIsAFile() throws IOException {
        spool = new Spool(folder.resolve("late"), Duration.ZERO);
        assertThat(spool.put(payload('a', 40 * KILOBYTE)).spooled()).isNull();

        assertThat(folder.resolve("late").toFile().mkdir()).isTrue();

        assertThat(spool.put(payload('a', 40 * KILOBYTE)).spooled()).isNotNull();
    }

    @Test
    void aFileThatFailsIsFollowedByAnother() {
        spool.put(payload('a', 40 * KILOBYTE));
        spool.close();
        assertThat(spool.put(payload('a', 40 * KILOBYTE)).spooled()).isNull();

        assertThat(spool.put(payload('a', 40 * KILOBYTE)).spooled()).isNotNull();
    }

    @Test
    void itIsNotTriedAgainAtOnce() {
        spool = new Spool(folder.resolve("late"), Duration.ofHours(1));
        spool.put(payload('a', 40 * KILOBYTE));

        assertThat(folder.resolve("late").toFile().mkdir()).isTrue();

        assertThat(spool.put(payload('a', 40 * KILOBYTE)).spooled()).isNull();
    }

    @Test
    void aFeedSendsWhatIsLargeOutOfAFileThatEndsWithTheServer() {
        assumeTrue(Files.exists(OPEN_FILES));
        try (var studio = new Studio(); var listening = studio.listen()) {
            studio.numbers.pad(40_000);
            studio.count();

            assertThat(Studio.numbers(listening.upTo(1))).containsExactly(1L);
            assertThat(spools()).hasSize(1);
        }
        assertThat(spools()).isEmpty();
    }

    private String read(int length) throws IOException {
        var bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining() && tab.read(bytes) >= 0) {
        }
        return US_ASCII.decode(bytes.flip()).toString();
    }

    private static List<Path> spools() {
        try (var files = Files.list(OPEN_FILES)) {
            return files.map(SpoolTest::target)
                    .filter(file -> file.toString().matches(".*/parley\\d+\\.tmp \\(deleted\\)")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file may be closed while they are listed. */
    private static Path target(Path link) {
        try {
            return Files.readSymbolicLink(link);
        } catch (IOException e) {
            return link;
        }
    }

    private static Payload payload(char letter, int length) {
        return new Payload(ByteBuffer.wrap(String.valueOf(letter).repeat(length).getBytes(US_ASCII)));
    }
}
