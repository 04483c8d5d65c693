package parley.e2e.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import parley.e2e.vocabulary.Browser;
import parley.e2e.vocabulary.InTheBrowser;
import parley.e2e.vocabulary.Room;
import parley.e2e.vocabulary.Tab;

/** Where the browser keeps the session: where it will not, and in an application that has its own place for it. */
@InTheBrowser
class StorageStory {

    private static final String TOLD = "Your browser keeps nothing more for this tab";

    @Test
    void forbiddenItLastsAsLongAsThePage(Room room, Browser browser) {
        Tab tab = browser.newTab(room.site()).withoutStorage().open(room.path()).notices(TOLD);

        tab.click("Dismiss").rename("Ada").isCalled("Ada").send("Still me").send("And again").hasSentEverything();

        room.newTab().sees("Still me", "Ada").sees("And again", "Ada");
        assertThat(tab.notices()).isEmpty();
        assertThat(tab.reload().canTalk().notices(TOLD).name()).isNotEqualTo("Ada");
    }

    @Test
    void fullItLastsAsLongAsThePage(Room room, Browser browser) {
        Tab tab = browser.newTab(room.site()).open(room.path()).withFullStorage().reload().canTalk().notices(TOLD);

        tab.click("Dismiss").rename("Ada").isCalled("Ada").send("Still me").hasSentEverything();

        room.newTab().sees("Still me", "Ada");
        assertThat(tab.notices()).isEmpty();
    }

    @Test
    void anApplicationMayHaveItsOwnStorageKeyAndIds(Room room) {
        Tab tab = room.newTab();

        var told = (Map<?, ?>) tab.runAndWait("""
                const done = arguments[0], shelf = new Map(), listeners = []
                const storage = {
                    isShared: true,
                    get: key => shelf.get(key) ?? null, set: (key, value) => shelf.set(key, value),
                    remove: key => shelf.delete(key), subscribe: (key, listener) => listeners.push([key, listener])
                }
                let made = 0
                const generate = () => 'own-' + crypto.randomUUID().repeat(2) + '-' + ++made
                const module = performance.getEntriesByType('resource').find(({name}) => name.endsWith('/session.js'))
                import(module.name).then(async ({Session}) => {
                    const session = new Session({storage, key: 'mine', generate})
                    const first = await session.fetch('/user', {method: 'PUT', body: new URLSearchParams({name: 'Custom'})})
                    const again = new Session({storage, key: 'mine', generate})
                    await again.ready
                    const heard = new Promise(heard => again.addEventListener('change', () => heard(true)))
                    shelf.set('mine', 'x'.repeat(43))
                    listeners.forEach(([key, listener]) => listener(shelf.get(key)))
                    const ended = await session.end()
                    done({first: first.status, id: session.headers['Session-Id'], again: again.headers['Session-Id'],
                          heard: await heard, ended: ended.status, keys: [...shelf.keys()], made})
                })
                """);

        assertThat(told.get("first")).isEqualTo(200L);
        assertThat((String) told.get("again")).startsWith("own-");
        assertThat(told.get("heard")).isEqualTo(true);
        assertThat(told.get("ended")).isEqualTo(204L);
        assertThat(told.get("id")).isNull();
    }
}
