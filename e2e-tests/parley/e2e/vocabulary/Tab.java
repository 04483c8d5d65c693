package parley.e2e.vocabulary;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static parley.e2e.vocabulary.Role.ALERT;
import static parley.e2e.vocabulary.Role.BUTTON;
import static parley.e2e.vocabulary.Role.CHECKBOX;
import static parley.e2e.vocabulary.Role.LINK;
import static parley.e2e.vocabulary.Role.LOG;
import static parley.e2e.vocabulary.Role.NAVIGATION;
import static parley.e2e.vocabulary.Role.RADIO;
import static parley.e2e.vocabulary.Role.RADIOGROUP;
import static parley.e2e.vocabulary.Role.STATUS;
import static parley.e2e.vocabulary.Role.TEXTBOX;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticator;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticatorOptions;

/**
 * One tab, as the person before it uses it. What is about to come is waited for. What must not be there is looked for
 * at once: so let the tab first see something that comes later.
 */
public final class Tab {

    private final Browser browser;
    private final Window window;
    private final URI site;
    private VirtualAuthenticator passkeys;

    Tab(Browser browser, Window window, URI site) {
        this.browser = browser;
        this.window = window;
        this.site = site;
    }

    // Coming and going

    /** Opens the page and waits until one can talk. */
    public Tab open(String path) {
        return visit(path).canTalk();
    }

    /** Opens the page, whatever it is. */
    public Tab visit(String path) {
        window.driver().get(site.resolve(path).toString());
        return this;
    }

    public Tab reload() {
        window.driver().navigate().refresh();
        return this;
    }

    /** Another tab with a copy of this one's storage, as "Duplicate" makes it. */
    public Tab duplicate() {
        return browser.duplicate(this, site);
    }

    /** Another tab with such a copy, as scripts and some links make it. */
    public Tab openItself() {
        return browser.opening(site, _ -> run("window.open(location.href)"));
    }

    /** After it was closed. */
    public Tab reopen() {
        return browser.reopen(site);
    }

    public Tab goBack() {
        window.driver().navigate().back();
        return this;
    }

    public Tab goForward() {
        window.driver().navigate().forward();
        return this;
    }

    /** The browser shows that something went wrong in the page, and a button to reload it. */
    public Tab crash() {
        window.crash();
        browser.reloadCrashed(this);
        return this;
    }

    public void close() {
        browser.close(this);
    }

    URI site() {
        return site;
    }

    public String address() {
        return window.driver().getCurrentUrl();
    }

    public Tab isAt(String path) {
        window.until("be at " + path, () -> address().equals(site.resolve(path).toString()));
        return this;
    }

    // Messages

    public Tab send(String text) {
        return type(text).press(Keys.ENTER).hasDraft("");
    }

    /** Into the message box. A line break is Shift+Enter. */
    public Tab type(String text) {
        window.front();
        box().sendKeys(text.replace("\n", Keys.chord(Keys.SHIFT, Keys.ENTER)));
        return this;
    }

    /** Into the message box, as from the clipboard: at once, and any text. */
    public Tab paste(String text) {
        window.front();
        box().click();
        window.paste(text);
        return this;
    }

    public Tab hasDraft(String text) {
        window.until("have the draft «" + text + "»", () -> box().getDomProperty("value").equals(text));
        return this;
    }

    /** On the server too, which has told. */
    public Tab keeps(String draft) {
        var script = """
                const room = location.pathname.split('/').at(-1)
                return document.querySelector(`#drafts [data-room="${room}"]`)?.textContent ?? ''
                """;
        window.until("hear that the server has the draft «" + draft + "»", () -> draft.equals(run(script)));
        return this;
    }

    public Tab sees(String text) {
        return sees(text, 1);
    }

    /** Exactly so many times. */
    public Tab sees(String text, int times) {
        window.until("see «" + text + "» exactly " + times + "×", () -> count(text) == times);
        return this;
    }

    public Tab sees(String text, String author) {
        window.until("see «" + text + "» by " + author, () -> message(text).author().equals(author));
        return this;
    }

    /** These messages and no others, in this order. */
    public Tab seesExactly(List<String> texts) {
        window.until("see exactly " + texts, () -> texts().equals(texts));
        return this;
    }

    public Tab doesNotSee(String text) {
        assertThat(texts()).noneMatch(shown -> shown.contains(text));
        return this;
    }

    /** All that it shows is stored. */
    public Tab hasSentEverything() {
        window.until("have sent everything", () -> messages().stream().noneMatch(m -> m.pending() || m.failed()));
        return this;
    }

    public Tab hasFailedToSend(String text) {
        window.until("say that «" + text + "» was not sent", () -> message(text).failed());
        return this;
    }

    public Message message(String text) {
        return window.find("see «" + text + "»",
                () -> messages().stream().filter(m -> m.text().equals(text)).findFirst());
    }

    public List<Message> messages() {
        return list(Message.READ_ALL).map(read -> Message.from((Map<?, ?>) read)).toList();
    }

    public List<String> texts() {
        return messages().stream().map(Message::text).toList();
    }

    /** What can be done with a message shows when one points at it. */
    public Tab click(String button, String text) {
        window.pointAt(element(text));
        window.find("see the button " + button + " beside «" + text + "»", () -> button(button, text)).click();
        return this;
    }

    public Tab showsPressed(String button, String text) {
        return hasPressed(button, text, "true");
    }

    public Tab showsNotPressed(String button, String text) {
        return hasPressed(button, text, "false");
    }

    public Tab seesNewAbove(String text) {
        window.until("see the line above «" + text + "»", () -> newAbove().equals(text));
        return this;
    }

    public Tab seesNothingNew() {
        window.until("see no line above new messages", () -> newAbove().isEmpty());
        return this;
    }

    /** By the wheel, over the messages. Negative is up. */
    public Tab scroll(int pixels) {
        window.turnWheel(window.the(LOG, "Messages"), pixels);
        return this;
    }

    /** As far and as often as it takes. */
    public Tab scrollUpTo(String text) {
        window.until("get up to «" + text + "»", () -> scroll(-10_000).texts().contains(text));
        return scroll(-10_000).hasInView(text);
    }

    public Tab hasInView(String text) {
        window.until("have «" + text + "» in view", () -> place(text).isInView());
        return this;
    }

    /** So many pixels below the top of the window, give or take one. */
    public Tab hasAt(long top, String text) {
        window.until("have «%s» at %d (it was at %d)".formatted(text, top, place(text).top()),
                () -> Math.abs(place(text).top() - top) <= 1);
        return this;
    }

    public String firstInView() {
        return (String) run(
                """
                const log = document.querySelector('[role=log]'), top = log.getBoundingClientRect().top
                return [...log.querySelectorAll('article .body')].find(text => text.getBoundingClientRect().top > top).innerText
                """);
    }

    public Place place(String text) {
        return Place.of(element(text));
    }

    // Reactions

    /** By the palette, where each emoji has its name. */
    public Tab react(String text, String emoji) {
        return click("React", text).click(emoji);
    }

    /** By what the message shows already, such as "👍 2". */
    public Tab clickReaction(String text, String reaction) {
        return click(reaction, text);
    }

    /** Exactly these, as a screen reader says them. */
    public Tab seesReactions(String text, String... reactions) {
        window.until("see the reactions " + List.of(reactions) + " to «" + text + "»",
                () -> reactions(text).equals(List.of(reactions)));
        return this;
    }

    public List<String> reactions(String text) {
        return element(text).findElements(By.cssSelector(".reactions button")).stream()
                .map(WebElement::getAccessibleName).toList();
    }

    // People

    public Tab rename(String name) {
        return typeName(name).press(Keys.ENTER);
    }

    /** Into its box, without leaving it. Begun anew if the box was replaced meanwhile. */
    public Tab typeName(String name) {
        window.front().until("take the name " + name, () -> {
            var box = window.the(TEXTBOX, "Your name");
            box.sendKeys(Keys.chord(Keys.CONTROL, "a"), Keys.DELETE);
            box.sendKeys(name);
            return name.equals(box.getDomProperty("value"));
        });
        return this;
    }

    public String name() {
        return window.find("have a name", () -> Optional.of(nameInBox()).filter(name -> !name.isBlank()));
    }

    public Tab isCalled(String name) {
        window.until("be called " + name, () -> nameInBox().equals(name));
        return this;
    }

    /** In the list of the people here, as a person with so many tabs. */
    public Tab seesPerson(String name, int tabs) {
        window.until("see that " + name + " is here ×" + tabs, () -> people().getOrDefault(name, 0) == tabs);
        return this;
    }

    public Tab doesNotSeePerson(String name) {
        window.until("see that " + name + " has gone", () -> !people().containsKey(name));
        return this;
    }

    /** Who is here, with how many tabs. */
    public Map<String, Integer> people() {
        var script = """
                return [...document.querySelectorAll('[aria-label="People here"] [data-user]')].map(person => [
                    person.querySelector('[data-name-of]').textContent.trim(),
                    Number(person.textContent.match(/(\\d+) tabs/)?.[1] ?? 1),
                ])
                """;
        return list(script).map(person -> (List<?>) person).collect(toMap(
                person -> (String) person.getFirst(), person -> ((Number) person.getLast()).intValue(), Integer::sum));
    }

    /** From now on the same person in all tabs of the browser. */
    public Tab share() {
        window.front();
        place(true).click();
        return this;
    }

    /** From now on that person in this tab only. */
    public Tab unshare() {
        window.front();
        place(false).click();
        return this;
    }

    public Tab isShared(boolean shared) {
        window.until(shared ? "be shared" : "be alone",
                () -> place(shared).findElement(By.tagName("input")).isSelected());
        return this;
    }

    /** From the next page on. */
    public Tab holdSession(String secret) {
        run("sessionStorage.setItem('parley.session', '" + secret + "')");
        Secrets.add(secret);
        return this;
    }

    /** Makes that ID a copy of this session, for another tab to hold. */
    public Tab forkTo(String secret) {
        runAndWait("""
                fetch('/session/fork', {method: 'POST', headers: {'Session-Id': '%s', 'Next-Session-Id': '%s'}})
                    .then(arguments[0])
                """.formatted(sessionId(), secret));
        return this;
    }

    /** What the browser keeps for this site, name by name. */
    public Map<?, ?> kept() {
        return (Map<?, ?>) run("return {...sessionStorage, ...localStorage}");
    }

    /** The page tells of something that happened. */
    public Tab notices(String words) {
        window.until("notice " + words, () -> notices().contains(words));
        return this;
    }

    public String notices() {
        return (String) run("return document.querySelector('#notices').innerText");
    }

    // Devices

    /** In the dialog of that name. */
    public List<String> sessions() {
        return list("return [...document.querySelectorAll('#your-sessions li')].map(item => item.innerText)")
                .map(String.class::cast).toList();
    }

    public Tab seesSessions(int count) {
        window.until("list " + count + " sessions", () -> sessions().size() == count);
        return this;
    }

    public Tab seesSession(String words) {
        window.until("list a session with " + words, () -> sessions().stream().anyMatch(one -> one.contains(words)));
        return this;
    }

    /** The link that brings this person there. */
    public String wayToAnotherDevice() {
        return window.the(TEXTBOX, "Link that brings you there").getDomProperty("value");
    }

    public String showsAnotherWayThan(String old) {
        return window.find("show another link",
                () -> Optional.of(wayToAnotherDevice()).filter(link -> !link.equals(old)));
    }

    /** As on a device that keeps passkeys, and whose person always agrees. */
    public Tab withPasskeys() {
        passkeys = window.driver().addVirtualAuthenticator(new VirtualAuthenticatorOptions()
                .setTransport(VirtualAuthenticatorOptions.Transport.INTERNAL).setHasResidentKey(true)
                .setHasUserVerification(true).setIsUserVerified(true));
        return this;
    }

    /** As on another device of the same person. */
    public Tab withPasskeysOf(Tab other) {
        other.window.driver();
        var credentials = other.passkeys.getCredentials();
        withPasskeys();
        credentials.forEach(passkeys::addCredential);
        return this;
    }

    // Rooms

    public Tab makeRoom(String name) {
        return nameRoom(name).isAsked("Who may enter " + name + "?").click("Next").isAsked("Colour")
                .click("Make room");
    }

    public Tab makeRoomByInvitation(String name) {
        return nameRoom(name).choose("Who has the link").click("Next").isAsked("Colour").click("Make room");
    }

    /** The first step of making it. */
    public Tab nameRoom(String name) {
        window.front();
        window.the(TEXTBOX, "New room").sendKeys(name, Keys.ENTER);
        return this;
    }

    /** For a choice among several. */
    public Tab isAsked(String question) {
        window.the(RADIOGROUP, question);
        return this;
    }

    public Tab seesNoQuestion() {
        window.until("see no question", () -> window.all(BUTTON, "Cancel").findAny().isEmpty());
        return this;
    }

    public Tab choose(String answer) {
        window.click(RADIO, answer);
        return this;
    }

    public Tab hasChosen(String answer) {
        window.until("have chosen " + answer, () -> window.the(RADIO, answer).isSelected());
        return this;
    }

    /** Shows the link into this room, and reads it. */
    public String inviteLink() {
        click("Invite");
        return link().getDomProperty("value");
    }

    public String showsAnotherLinkThan(String old) {
        return window.find("show another link",
                () -> Optional.of(link().getDomProperty("value")).filter(link -> !link.equals(old)));
    }

    public Tab goTo(String room) {
        return follow(room).isIn(room);
    }

    public Tab follow(String link) {
        window.click(LINK, link);
        return this;
    }

    public Tab seesRoom(String name) {
        window.until("see the room " + name, () -> rooms().map(WebElement::getText).anyMatch(name::equals));
        return this;
    }

    public Tab doesNotSeeRoom(String name) {
        assertThat(rooms().map(WebElement::getText)).doesNotContain(name);
        return this;
    }

    /** How many of the list are before one's eyes. */
    public long roomsInView() {
        return (long) run("""
                const nav = document.querySelector('nav[aria-label=Rooms]'), {top, bottom} = nav.getBoundingClientRect()
                const edges = [...nav.querySelectorAll('a')].map(room => room.getBoundingClientRect())
                return edges.filter(room => room.top >= top && room.bottom <= Math.min(bottom, innerHeight)).length
                """);
    }

    /** What is said of the room in the list: nothing, or such as "Draft". */
    public Tab marks(String room, String mark) {
        window.until("mark " + room + " with «" + mark + "»", () -> mark.equals(markOf(room)));
        return this;
    }

    public Tab isIn(String room) {
        window.until("be in " + room, () -> currentRoom().equals(room));
        return canTalk();
    }

    // What it keeps

    /** These and no others, the last saved first. */
    public Tab listsSaved(List<String> texts) {
        window.until("list as saved " + texts, () -> saved().equals(texts));
        return this;
    }

    public Tab followSaved(String text) {
        window.find("list «" + text + "»", () -> window.driver()
                .findElements(By.cssSelector("dialog[open] #saved a .text")).stream()
                .filter(saved -> saved.getText().equals(text)).findFirst()).click();
        return this;
    }

    public Tab chooseLook(String look) {
        window.front();
        look(look).click();
        return this;
    }

    /** As the page is seen, and as it is ticked. */
    public Tab looks(String look, String ticked) {
        window.until("look " + look,
                () -> look.equals(brightness()) && look(ticked).findElement(By.tagName("input")).isSelected());
        return this;
    }

    // The connection

    public Tab canTalk() {
        window.until("be able to talk", () -> Set.of("Live", "Polling").contains(status()) && box().isEnabled());
        return this;
    }

    public Tab isLive() {
        return hasStatus("Live");
    }

    public Tab hasStatus(String status) {
        window.until("be " + status, () -> status().equals(status));
        return this;
    }

    public String status() {
        return window.the(STATUS).getText();
    }

    // Hands and eyes

    /** To what the browser asks. */
    public Tab agree() {
        window.question().accept();
        return this;
    }

    public Tab refuse() {
        window.question().dismiss();
        return this;
    }

    public Tab tick(String box) {
        window.click(CHECKBOX, box);
        return this;
    }

    public Tab seesWords(String words) {
        window.until("see the words " + words, () -> words().contains(words));
        return this;
    }

    public Tab click(String button) {
        window.click(BUTTON, button);
        return this;
    }

    public Tab doubleClick(String button) {
        window.doubleClick(BUTTON, button);
        return this;
    }

    /** Keys go to what has the focus. */
    public Tab press(CharSequence... keys) {
        window.press(keys);
        return this;
    }

    /** What has the focus, as a screen reader says it, such as "textbox Message". */
    public String focus() {
        var focused = window.driver().switchTo().activeElement();
        return focused.getAriaRole() + " " + focused.getAccessibleName();
    }

    public Tab hasFocus(String what) {
        window.until("have the focus on " + what, () -> focus().equals(what));
        return this;
    }

    public boolean showsFocus() {
        return (Boolean) window.run(
                """
                const {outlineStyle, outlineWidth, boxShadow} = getComputedStyle(document.activeElement)
                return outlineStyle !== 'none' && outlineWidth !== '0px' || boxShadow !== 'none'
                """);
    }

    /** All that is written on the page. */
    public String words() {
        return (String) run("return document.body.innerText");
    }

    public String title() {
        return window.driver().getTitle();
    }

    /** All that one can press or fill in, as a screen reader says it. */
    public List<String> controls() {
        return window.driver().findElements(By.cssSelector("button, summary, input, textarea")).stream()
                .filter(WebElement::isDisplayed)
                .map(control -> control.getAriaRole() + " " + control.getAccessibleName()).toList();
    }

    public Tab seesButton(String name) {
        window.the(BUTTON, name);
        return this;
    }

    public Tab doesNotSeeButton(String name) {
        window.until("not see the button " + name, () -> window.all(BUTTON, name).findAny().isEmpty());
        return this;
    }

    /** The page gives a reason for what it did not do. */
    public Tab isTold(String reason) {
        window.until("be told " + reason, () -> alerts().contains(reason));
        return this;
    }

    public Tab isNotTold(String reason) {
        window.until("not be told " + reason, () -> !alerts().contains(reason));
        return this;
    }

    public WebElement element(String text) {
        return window.driver().findElement(By.id(message(text).id()));
    }

    // Other people's devices

    /** Light or dark. */
    public Tab prefers(String colours) {
        window.command("Emulation.setEmulatedMedia", Map.of(
                "features", List.of(Map.of("name", "prefers-color-scheme", "value", colours))));
        return this;
    }

    public Tab onPhone() {
        window.command("Emulation.setDeviceMetricsOverride", Map.of(
                "width", 390, "height", 844, "deviceScaleFactor", 2, "mobile", true));
        window.command("Emulation.setTouchEmulationEnabled", Map.of("enabled", true));
        return this;
    }

    /** As wide and as high as that. */
    public Tab inWindow(int width, int height) {
        window.command("Emulation.setDeviceMetricsOverride", Map.of(
                "width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
        return this;
    }

    /** Every answer takes so long. */
    public Tab onSlowNetwork(Duration latency) {
        window.command("Network.enable", Map.of());
        window.command("Network.emulateNetworkConditions", Map.of(
                "offline", false, "latency", latency.toMillis(), "downloadThroughput", -1, "uploadThroughput", -1));
        return this;
    }

    public Tab withoutJavaScript() {
        window.command("Emulation.setScriptExecutionDisabled", Map.of("value", true));
        return this;
    }

    public Tab withoutStorage() {
        window.command("Page.addScriptToEvaluateOnNewDocument", Map.of("source", """
                for (const name of ['localStorage', 'sessionStorage'])
                    Object.defineProperty(window, name, {get() { throw new DOMException('Forbidden', 'SecurityError') }})
                """));
        return this;
    }

    /** Other tabs change what they share, and this one is not told. To be called before the page is opened. */
    public Tab deafToStorage() {
        window.command("Page.addScriptToEvaluateOnNewDocument",
                Map.of("source", "addEventListener('storage', event => event.stopImmediatePropagation())"));
        return this;
    }

    /** What other tabs store in the browser is seen here so much later. To be called before the page is opened. */
    public Tab behindStorage(Duration delay) {
        window.command("Page.addScriptToEvaluateOnNewDocument", Map.of("source", """
                const {getItem, setItem, removeItem} = Storage.prototype, mine = {}
                let seen = {...localStorage}
                setInterval(() => setTimeout(now => { seen = now }, %d, {...localStorage}), 50)
                Storage.prototype.getItem = function (key) {
                    return this === localStorage ? {...seen, ...mine}[key] ?? null : getItem.call(this, key)
                }
                Storage.prototype.setItem = function (key, value) {
                    setItem.call(this, key, value)
                    if (this === localStorage) mine[key] = value
                }
                Storage.prototype.removeItem = function (key) {
                    removeItem.call(this, key)
                    if (this === localStorage) mine[key] = null
                }
                """.formatted(delay.toMillis())));
        return this;
    }

    /** To the last byte, with something else of this site. */
    public Tab withFullStorage() {
        run("""
                sessionStorage.clear()
                for (let size = 2 ** 23; size >= 1; size /= 2)
                    try { sessionStorage.setItem('filler' + size, 'x'.repeat(size)) } catch {}
                """);
        return this;
    }

    // Behind the scenes

    public String sessionId() {
        var secret = (String) run(
                "return localStorage.getItem('parley.session') ?? sessionStorage.getItem('parley.session')");
        Secrets.add(secret);
        return secret;
    }

    public String html() {
        return (String) run("return document.documentElement.outerHTML");
    }

    /** The page's own and those of everything that it has loaded, streams not included. */
    public String addressesUsed() {
        return address() + run("return performance.getEntriesByType('resource').map(entry => entry.name).join()");
    }

    /** The paths that the page's scripts have asked, in order. */
    public List<String> requests() {
        return list("""
                return performance.getEntriesByType('resource')
                    .filter(({initiatorType}) => ['fetch', 'xmlhttprequest'].includes(initiatorType))
                    .map(({name}) => new URL(name).pathname)
                """).map(String.class::cast).toList();
    }

    // Any page

    public Tab fillIn(String name, String text) {
        window.front().the(TEXTBOX, name).sendKeys(text, Keys.ENTER);
        return this;
    }

    public Tab shows(String selector, String text) {
        window.until("show " + text,
                () -> window.driver().findElement(By.cssSelector(selector)).getText().equals(text));
        return this;
    }

    public Object run(String script) {
        return window.run(script);
    }

    public Object runAndWait(String script) {
        return window.driver().executeAsyncScript(script);
    }

    public byte[] picture() {
        return window.front().driver().getScreenshotAs(OutputType.BYTES);
    }

    Window window() {
        return window;
    }

    private Stream<?> list(String script) {
        return ((List<?>) window.run(script)).stream();
    }

    private WebElement box() {
        return window.the(TEXTBOX, "Message");
    }

    private WebElement link() {
        return window.the(TEXTBOX, "Whoever has this link can come in");
    }

    private Optional<WebElement> button(String name, String text) {
        return element(text).findElements(BUTTON.candidates()).stream()
                .filter(button -> button.isDisplayed() && button.getAccessibleName().equals(name)).findFirst();
    }

    private Tab hasPressed(String button, String text, String pressed) {
        var script = "return document.getElementById('%s').querySelector('[aria-label=%s]').ariaPressed";
        window.until("show %s beside «%s» as pressed: %s".formatted(button, text, pressed),
                () -> pressed.equals(run(script.formatted(message(text).id(), button))));
        return this;
    }

    private String newAbove() {
        return (String) run("""
                let row = document.querySelector('[role=log] [role=separator][aria-label="New messages"]')
                while (row && !row.matches('article')) row = row.nextElementSibling
                return row ? row.querySelector('.body').innerText : ''
                """);
    }

    private String markOf(String room) {
        return rooms().filter(link -> link.getText().equals(room)).map(link -> link.getDomAttribute("aria-description"))
                .findFirst().orElse("");
    }

    private List<String> saved() {
        return list("return [...document.querySelectorAll('dialog[open] #saved .text')].map(text => text.innerText)")
                .map(String.class::cast).toList();
    }

    private WebElement look(String name) {
        return label("Look", name);
    }

    private WebElement place(boolean shared) {
        return label("Same person in", shared ? "This browser" : "This tab");
    }

    private WebElement label(String legend, String name) {
        return window.driver().findElement(
                By.xpath("//fieldset[legend='%s']/label[normalize-space()='%s']".formatted(legend, name)));
    }

    /** Whether the page's ground is nearer to white or to black. */
    private String brightness() {
        return (String) run("""
                const [red, green, blue] = getComputedStyle(document.body).backgroundColor.match(/\\d+/g).map(Number)
                return red + green + blue > 384 ? 'light' : 'dark'
                """);
    }

    private String nameInBox() {
        return window.the(TEXTBOX, "Your name").getDomProperty("value");
    }

    private long count(String text) {
        return texts().stream().filter(text::equals).count();
    }

    private Stream<WebElement> rooms() {
        return window.the(NAVIGATION, "Rooms").findElements(LINK.candidates()).stream();
    }

    private String currentRoom() {
        return rooms().filter(link -> "page".equals(link.getDomAttribute("aria-current")))
                .map(WebElement::getText)
                .collect(joining());
    }

    private String alerts() {
        return Stream.concat(window.all(ALERT), window.all(STATUS)).map(WebElement::getText).collect(joining("\n"));
    }
}
