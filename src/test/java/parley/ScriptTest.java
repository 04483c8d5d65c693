package parley;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The script that starts the packaged application, with JVMs that only say how they were called. */
class ScriptTest {

    private record Run(int exitCode, String output, String errors) {}

    @TempDir
    private Path home;

    @Test
    void anOlderJavaIsSaidInOneLineThatNamesTheRemedy() throws Exception {
        install("17.0.15");

        var run = start();

        assertThat(run.errors()).isEqualTo("Parley needs Java 25, and " + home
                + "/bin/java is 17. Install it, or set JAVA_HOME to where it is.\n");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.output()).isEmpty();
    }

    @Test
    void soIsNoJavaAtAll() throws Exception {
        var run = start();

        assertThat(run.errors()).contains("is not there").containsOnlyOnce("\n");
        assertThat(run.exitCode()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"25", "25.0.3", "26-ea", "100.0.1"})
    void aNewerOneRunsTheApplicationInPlaceOfTheScript(String version) throws Exception {
        install(version);

        var run = start("--port", "80 80");

        assertThat(run.output()).contains("parley.jar --port 80 80");
        assertThat(run.errors()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(7);
    }

    @Test
    void aCacheThatIsOlderThanTheJarIsNotUsed() throws Exception {
        install("25");
        Path folder = Files.createDirectory(home.resolve("a folder"));
        Path script = Files.copy(Path.of("src/dist/parley"), folder.resolve("parley"));
        Path jar = Files.createFile(folder.resolve("parley.jar"));
        Path cache = Files.createFile(folder.resolve("parley.aot"));
        var now = Instant.now();
        Files.setLastModifiedTime(jar, FileTime.from(now));

        Files.setLastModifiedTime(cache, FileTime.from(now.plusMillis(1)));
        assertThat(start(script).output()).startsWith("-XX:AOTCache=" + cache + " -Xlog");

        Files.setLastModifiedTime(cache, FileTime.from(now.minusMillis(1)));
        assertThat(start(script).output()).startsWith("-Xlog").doesNotContain("AOTCache");
    }

    @Test
    void oneThatDoesNotSayHowOldItIsMayTry() throws Exception {
        install("25");
        Files.delete(home.resolve("release"));

        assertThat(start().exitCode()).isEqualTo(7);
    }

    private void install(String version) throws IOException {
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"A test\"\nJAVA_VERSION=\"" + version + "\"\n");
        Path java = Files.createDirectory(home.resolve("bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\necho \"$@\"\nexit 7\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Run start(String... arguments) throws Exception {
        return start(Path.of("src/dist/parley"), arguments);
    }

    private Run start(Path script, String... arguments) throws Exception {
        var command = new ProcessBuilder("sh", script.toString());
        command.command().addAll(List.of(arguments));
        command.environment().put("JAVA_HOME", home.toString());
        var process = command.start();
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        return new Run(process.exitValue(), new String(process.getInputStream().readAllBytes()),
                new String(process.getErrorStream().readAllBytes()));
    }
}
