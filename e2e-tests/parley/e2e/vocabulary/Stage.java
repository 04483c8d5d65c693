package parley.e2e.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Sets the stage for a test by the parameters it has. All tests of a class share a browser, and an application in which each has a
 * room of its own; a test that asks for the application gets one to itself, to stop and kill as it likes.
 */
final class Stage implements BeforeAllCallback, AfterAllCallback, ParameterResolver, AfterTestExecutionCallback {

    private static final Namespace HERE = Namespace.create(Stage.class);
    private static final Set<Class<?>> GIVEN = Set.of(Browser.class, Application.class, Room.class, Proxy.class);
    private static final AtomicInteger ROOMS = new AtomicInteger();

    @Override
    public void beforeAll(ExtensionContext tests) {
        tests.getStore(HERE).put(Scenery.class, wings(tests).take());
    }

    @Override
    public void afterAll(ExtensionContext tests) {
        wings(tests).putBack(scenery(tests));
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return GIVEN.contains(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        var type = parameter.getParameter().getType();
        if (type == Browser.class) {
            return browser(test);
        }
        if (type == Application.class) {
            return application(test);
        }
        if (type == Proxy.class) {
            return test.getStore(HERE).computeIfAbsent(Proxy.class, _ -> Proxy.before(application(test)));
        }
        return test.getStore(HERE).computeIfAbsent(Room.class,
                _ -> Room.make(browser(test), application(test).address(), nameOf(test)));
    }

    /** Before anything is closed, because closing makes noise. */
    @Override
    public void afterTestExecution(ExtensionContext test) throws IOException {
        var browser = browser(test);
        try {
            if (test.getExecutionException().isPresent()) {
                keepEvidence(browser, test);
            } else {
                assertThat(browser.complaints()).as("what the browser complained of").isEmpty();
                Secrets.areKept(browser.tabs(), application(test));
            }
        } finally {
            browser.closeTabs();
        }
    }

    private static Wings wings(ExtensionContext test) {
        return test.getRoot().getStore(HERE).computeIfAbsent(Wings.class, _ -> new Wings(), Wings.class);
    }

    private static Scenery scenery(ExtensionContext test) {
        return test.getStore(HERE).get(Scenery.class, Scenery.class);
    }

    private static Browser browser(ExtensionContext test) {
        return scenery(test).browser();
    }

    private static Application application(ExtensionContext test) {
        return List.of(test.getRequiredTestMethod().getParameterTypes()).contains(Application.class)
                ? test.getStore(HERE).computeIfAbsent("own", _ -> Application.start(flags(test)), Application.class)
                : scenery(test).application();
    }

    private static String[] flags(ExtensionContext test) {
        return Stream.of(test.getRequiredTestMethod().getParameters())
                .flatMap(parameter -> Stream.ofNullable(parameter.getAnnotation(With.class)))
                .findFirst().map(With::value).orElse(new String[0]);
    }

    /** Readable in pictures, and never the same twice. */
    private static String nameOf(ExtensionContext test) {
        var words = test.getRequiredTestMethod().getName().replaceAll("(?=[A-Z])", " ").toLowerCase();
        return words.substring(0, Math.min(words.length(), 32)).strip() + " " + ROOMS.incrementAndGet();
    }

    private static void keepEvidence(Browser browser, ExtensionContext test) throws IOException {
        var folder = Files.createDirectories(Path.of(System.getProperty("basedir", "."), "target", "e2e-failures"));
        var name = test.getRequiredTestClass().getSimpleName() + "." + test.getRequiredTestMethod().getName();
        Files.writeString(folder.resolve(name + ".log"), application(test).log());
        for (int i = 0; i < browser.tabs().size(); i++) {
            Files.write(folder.resolve(name + "-" + (i + 1) + ".png"), browser.tabs().get(i).picture());
        }
    }
}
