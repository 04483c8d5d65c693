package parley.guide;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the papers quote is what is compiled, served and tested; what they point to is there. */
class PapersTest {

    private static final Pattern QUOTE = Pattern.compile("```(?:java|js|html|sql)\n(.*?)```", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:|#)([^)#]+)");
    private static final Pattern TEST = Pattern.compile("`(\\w+(?:Test|Story|IT))`");

    static Stream<Path> papers() {
        return Stream.concat(Stream.of(Path.of("README.md")), files("docs", ".md"));
    }

    @Test
    void theGuideQuotesWhatIsCompiledAndServed() {
        String source = Stream.of(files("src", ".java"), files("static", ".js"), files("templates", ".jte"),
                files("docs/lift", "")).flatMap(files -> files).map(file -> squeezed(read(file))).collect(joining());

        assertThat(found(QUOTE, Path.of("docs/sessions.md"))).isNotEmpty()
                .allSatisfy(quote -> assertThat(source).contains(squeezed(quote)));
    }

    @ParameterizedTest
    @MethodSource("papers")
    void whatPapersPointToIsThere(Path paper) {
        assertThat(found(LINK, paper))
                .allSatisfy(link -> assertThat(paper.resolveSibling(link).normalize()).exists());
    }

    @ParameterizedTest
    @MethodSource("papers")
    void testsThatPapersNameExist(Path paper) {
        var tests = Stream.concat(files("src/test", ".java"), files("e2e-tests", ".java"))
                .map(file -> file.getFileName().toString().replace(".java", "")).toList();

        assertThat(tests).containsAll(found(TEST, paper));
    }

    private static List<String> found(Pattern pattern, Path paper) {
        return pattern.matcher(read(paper)).results().map((MatchResult result) -> result.group(1)).toList();
    }

    /** How a quote is broken into lines and indented does not matter. */
    private static String squeezed(String text) {
        return text.replaceAll("\\s", "");
    }

    private static Stream<Path> files(String folder, String end) {
        try (var files = Files.walk(Path.of(folder))) {
            return files.filter(Files::isRegularFile).filter(file -> file.toString().endsWith(end)).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
