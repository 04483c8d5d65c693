package parley.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AssetsTest {

    @TempDir
    private Path folder;

    @Test
    void theVersionChangesWithWhatIsInAFile() throws IOException {
        assertThat(listed(Map.of("static/a.css", "red"))).isNotEqualTo(listed(Map.of("static/a.css", "blue")))
                .isEqualTo(listed(Map.of("static/a.css", "red")));
    }

    @Test
    void andWithItsName() throws IOException {
        assertThat(listed(Map.of("static/a.css", "red"))).isNotEqualTo(listed(Map.of("static/b.css", "red")));
    }

    @Test
    void notWithWhatIsNotServed() throws IOException {
        assertThat(listed(Map.of("static/a.css", "red", "parley/Main.class", "new")))
                .isEqualTo(listed(Map.of("static/a.css", "red")));
    }

    private Map<String, Long> listed(Map<String, String> files) throws IOException {
        Path path = Files.createTempFile(folder, "application", ".jar");
        try (var out = new JarOutputStream(Files.newOutputStream(path))) {
            for (var file : files.entrySet()) {
                out.putNextEntry(new JarEntry(file.getKey()));
                out.write(file.getValue().getBytes());
            }
        }
        try (var jar = new JarFile(path.toFile())) {
            return Assets.listed(jar);
        }
    }
}
