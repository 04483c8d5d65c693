package parley.e2e.vocabulary;

import static java.util.function.Predicate.not;

import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A real Chromium or Chrome, without a window unless {@code -Dparley.headed=true}. */
public final class Browser implements AutoCloseable {

    private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

    private final ChromeDriver driver;
    private final String blank;
    private final List<Tab> tabs = new ArrayList<>();
    private final List<String> excused = new ArrayList<>();
    private final Map<String, ChromeDriver> nurses = new HashMap<>();
    private String current;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
        this.blank = driver.getWindowHandle();
        this.current = blank;
    }

    public static Browser start() {
        SELENIUM.setLevel(Level.SEVERE); // it warns that it has no bindings for a new browser's DevTools; none are used
        return new Browser(new ChromeDriver(service(), options()));
    }

    /** A new tab, as Ctrl-T opens it: it knows nothing of the others. */
    public Tab newTab(URI site) {
        at(blank).switchTo().newWindow(WindowType.TAB);
        current = driver.getWindowHandle();
        return adopt(current, site);
    }

    /** As "Duplicate" in the tab's menu makes it. */
    Tab duplicate(Tab tab, URI site) {
        return opening(site, strip -> strip.duplicate(tab.window().handle()));
    }

    /** The one that was closed last, as Ctrl+Shift+T opens it. */
    Tab reopen(URI site) {
        return opening(site, TabStrip::reopen);
    }

    /** "Reload" on the page that says that the tab has crashed. The driver has given it up for good: another looks after it. */
    void reloadCrashed(Tab tab) {
        String handle = tab.window().handle();
        new TabStrip(at(blank)).reload(handle);
        var options = new ChromeOptions();
        options.setExperimentalOption("debuggerAddress", address());
        var nurse = new ChromeDriver(service(), options);
        nurse.switchTo().window(handle);
        nurses.put(handle, nurse);
    }

    private String address() {
        return (String) ((Map<?, ?>) driver.getCapabilities().getCapability("goog:chromeOptions"))
                .get("debuggerAddress");
    }

    Tab opening(URI site, Consumer<TabStrip> act) {
        var strip = new TabStrip(at(blank));
        Set<String> before = driver.getWindowHandles();
        act.accept(strip);
        return adopt(new Window(this, blank).find("bring another to light", () -> newcomer(before)), site);
    }

    private Optional<String> newcomer(Set<String> before) {
        return driver.getWindowHandles().stream().filter(handle -> !before.contains(handle)).findFirst();
    }

    public List<Tab> tabs() {
        return List.copyOf(tabs);
    }

    /** What the browser's console may say in this test without failing it, because the test provokes it. */
    public Browser excuse(String complaint) {
        excused.add(complaint);
        return this;
    }

    /** Errors of scripts, refused requests and violations of the content security policy, since the last call. */
    public List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(LogEntry::getMessage)
                .filter(not(message -> excused.stream().anyMatch(message::contains)))
                .toList();
    }

    public void closeTabs() {
        var sites = tabs().stream().map(Tab::site).distinct().toList();
        tabs().forEach(Tab::close);
        sites.forEach(this::forgetShared);
        complaints();
        excused.clear();
    }

    /** A story that fails half-way may leave a session that all later tabs would join. */
    private void forgetShared(URI site) {
        at(blank).executeCdpCommand("Storage.clearDataForOrigin",
                Map.of("origin", site.resolve("/").toString(), "storageTypes", "local_storage"));
    }

    @Override
    public void close() {
        driver.quit();
    }

    /** The driver, looking at that tab. */
    ChromeDriver at(String handle) {
        if (nurses.containsKey(handle)) {
            return nurses.get(handle);
        }
        if (!handle.equals(current)) {
            driver.switchTo().window(handle);
            current = handle;
        }
        return driver;
    }

    Tab adopt(String handle, URI site) {
        var tab = new Tab(this, new Window(this, handle), site);
        tabs.add(tab);
        return tab;
    }

    void close(Tab tab) {
        if (tabs.remove(tab)) {
            tab.window().driver().close();
            Optional.ofNullable(nurses.remove(tab.window().handle())).ifPresent(ChromeDriver::quit);
            at(blank);
        }
    }

    private static ChromeOptions options() {
        var options = new ChromeOptions();
        browserBinary().ifPresent(options::setBinary);
        options.addArguments("--no-sandbox", "--disable-dev-shm-usage", "--lang=en", "--window-size=1280,900",
                "--host-resolver-rules=MAP parley.lan 127.0.0.1");
        if (!Boolean.getBoolean("parley.headed")) {
            options.addArguments("--headless=new");
        }
        TabStrip.addTo(options);
        var everything = new LoggingPreferences();
        everything.enable(LogType.BROWSER, Level.ALL);
        options.setCapability(ChromeOptions.LOGGING_PREFS, everything);
        return options;
    }

    /** Where nothing is found, Selenium Manager looks, and downloads. */
    private static ChromeDriverService service() {
        var service = new ChromeDriverService.Builder().usingAnyFreePort();
        if (browserBinary().isPresent()) {
            onPath("chromedriver").ifPresent(service::usingDriverExecutable);
        }
        return service.build();
    }

    private static Optional<File> browserBinary() {
        return Stream.of("chromium", "google-chrome", "google-chrome-stable")
                .flatMap(name -> onPath(name).stream())
                .findFirst();
    }

    private static Optional<File> onPath(String name) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .map(Path::toFile)
                .findFirst();
    }
}
