package parley.e2e.vocabulary;

import java.nio.file.Path;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeOptions;

/** What a person does to tabs with the mouse, out of reach of pages and drivers: a small extension of the browser does it. */
final class TabStrip {

    /** Its name follows from the key in its manifest. */
    private static final String PAGE = "chrome-extension://ihpddahoneoggfpmdlhdkmedohbciaja/page.html";

    private static final String WITH_TAB = """
            const [handle, done] = arguments
            chrome.debugger.getTargets(targets => done(chrome.tabs.%s(targets.find(({id}) => id === handle).tabId)))
            """;

    private final ChromeDriver driver;

    /** @param driver looks at a tab that nobody needs */
    TabStrip(ChromeDriver driver) {
        this.driver = driver;
        if (!PAGE.equals(driver.getCurrentUrl())) {
            driver.get(PAGE);
        }
    }

    static void addTo(ChromeOptions options) {
        options.addArguments("--load-extension=" + Path.of("e2e-tests", "extension").toAbsolutePath(),
                "--disable-features=DisableLoadExtensionCommandLineSwitch");
    }

    /** "Duplicate" in the tab's menu. */
    void duplicate(String handle) {
        driver.executeAsyncScript(WITH_TAB.formatted("duplicate"), handle);
    }

    /** "Reload", where a tab has crashed. */
    void reload(String handle) {
        driver.executeAsyncScript(WITH_TAB.formatted("reload"), handle);
    }

    /** Ctrl+Shift+T: the tab that was closed last. */
    void reopen() {
        driver.executeAsyncScript("chrome.sessions.restore().then(arguments[0])");
    }
}
