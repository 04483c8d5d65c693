package parley;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** What a class logs during a test, instead of its being shown. */
public final class Log implements BeforeEachCallback, AfterEachCallback {

    private static final String BEGIN = "(?m)^(?=\\d{4}-\\d\\d-\\d\\dT)";

    private final String name;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private PrintStream console;

    public Log(Class<?> logger) {
        this.name = logger.getSimpleName();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        console = System.out;
        System.setOut(new PrintStream(said, true, UTF_8));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        System.setOut(console);
    }

    /** Each with its stack trace. */
    public List<String> entries() {
        return Stream.of(said.toString(UTF_8).split(BEGIN)).filter(entry -> entry.contains(" " + name + " - "))
                .toList();
    }
}
