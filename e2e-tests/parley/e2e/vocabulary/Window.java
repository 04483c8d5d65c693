package parley.e2e.vocabulary;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.openqa.selenium.Alert;
import org.openqa.selenium.TimeoutException;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.interactions.WheelInput.ScrollOrigin;
import org.openqa.selenium.support.ui.FluentWait;

/** What a tab is made of: finds things by role and name, waits for them, presses keys. Knows nothing of chat. */
final class Window {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Browser browser;
    private final String handle;

    Window(Browser browser, String handle) {
        this.browser = browser;
        this.handle = handle;
    }

    String handle() {
        return handle;
    }

    ChromeDriver driver() {
        return browser.at(handle);
    }

    /** A person acts in the tab before their eyes; reading needs no such thing. */
    Window front() {
        command("Page.bringToFront", Map.of());
        return this;
    }

    WebElement the(Role role) {
        return find("see the " + role, () -> all(role).findFirst());
    }

    WebElement the(Role role, String name) {
        return find("see the " + role + " " + name, () -> all(role, name).findFirst());
    }

    Stream<WebElement> all(Role role, String name) {
        return all(role).filter(element -> element.getAccessibleName().equals(name));
    }

    Stream<WebElement> all(Role role) {
        return driver().findElements(role.candidates()).stream()
                .filter(element -> element.isDisplayed() && role.isOf(element));
    }

    void click(Role role, String name) {
        front().the(role, name).click();
    }

    void doubleClick(Role role, String name) {
        new Actions(driver()).doubleClick(front().the(role, name)).perform();
    }

    /** With the mouse, as one does before clicking. */
    void pointAt(WebElement element) {
        front().run("arguments[0].scrollIntoView({block: 'nearest'})", element);
        new Actions(driver()).moveToElement(element).perform();
    }

    /** Keys go to what has the focus. */
    void press(CharSequence... keys) {
        front();
        driver().switchTo().activeElement().sendKeys(keys);
    }

    /** As from the clipboard: at once, any text, to what has the focus. */
    void paste(String text) {
        command("Input.insertText", Map.of("text", text));
    }

    /** What the browser itself asks, with everything else at a standstill. */
    Alert question() {
        return find("ask something", () -> Optional.of(driver().switchTo().alert()));
    }

    /** With the mouse over it. Negative is up. */
    void turnWheel(WebElement over, int pixels) {
        front();
        new Actions(driver()).scrollFromOrigin(ScrollOrigin.fromElement(over), 0, pixels).perform();
    }

    Object run(String script, Object... arguments) {
        return driver().executeScript(script, arguments);
    }

    /** The process of the page dies. */
    void crash() {
        try {
            command("Page.crash", Map.of());
        } catch (WebDriverException crashed) {
            // Nobody is left to answer.
        }
    }

    /** A command of the Chrome DevTools protocol. */
    void command(String name, Map<String, Object> parameters) {
        driver().executeCdpCommand(name, parameters);
    }

    void until(String wish, BooleanSupplier condition) {
        await(wish, _ -> condition.getAsBoolean());
    }

    <T> T find(String wish, Supplier<Optional<T>> look) {
        return await(wish, _ -> look.get().orElse(null));
    }

    /** A page may be replaced by another while it is looked at; there are many words for that. */
    private <T> T await(String wish, Function<Window, T> condition) {
        try {
            return new FluentWait<>(this)
                    .withTimeout(PATIENCE)
                    .pollingEvery(Duration.ofMillis(20))
                    .ignoring(WebDriverException.class)
                    .until(condition);
        } catch (TimeoutException e) {
            throw new AssertionError(
                    "Within %d s a tab should %s. It shows:%n%s".formatted(PATIENCE.toSeconds(), wish, this), e);
        }
    }

    @Override
    public String toString() {
        return driver().getCurrentUrl() + "\n" + run("return document.body.innerText");
    }
}
