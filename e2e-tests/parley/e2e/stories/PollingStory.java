package parley.e2e.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import parley.e2e.vocabulary.Application;
import parley.e2e.vocabulary.Browser;
import parley.e2e.vocabulary.InTheBrowser;
import parley.e2e.vocabulary.Proxy;
import parley.e2e.vocabulary.Room;
import parley.e2e.vocabulary.Tab;

@InTheBrowser
class PollingStory {

    @Test
    void whereWebSocketsAreRefusedTheTabPollsAndSaysSo(Application application, Proxy proxy, Room room,
            Browser browser) {
        browser.excuse("WebSocket connection");
        proxy.refuseWebSockets();
        Tab behind = room.through(proxy).newTab().hasStatus("Polling");
        Tab free = room.newTab().isLive();

        behind.send("Can you hear me?");
        free.sees("Can you hear me?", behind.name()).rename("Ada").send("Loud and clear");
        behind.seesExactly(List.of("Can you hear me?", "Loud and clear")).sees("Loud and clear", "Ada")
                .seesPerson("Ada", 1);
        free.makeRoom("By the way").isIn("By the way");
        behind.seesRoom("By the way").hasSentEverything();
    }

    @Test
    void whatIsThePersonsOwnIsThereAfterAReload(Application application, Proxy proxy, Room room, Browser browser) {
        browser.excuse("WebSocket connection");
        proxy.refuseWebSockets();
        Tab tab = room.through(proxy).newTab().nameRoom("Slow boat").isAsked("Who may enter Slow boat?");

        tab.reload().hasStatus("Polling").isAsked("Who may enter Slow boat?");
    }

    @Test
    void whenTheyAreAllowedAgainTheTabIsLiveAgain(Application application, Proxy proxy, Room room, Browser browser) {
        browser.excuse("WebSocket connection");
        Tab tab = room.through(proxy.refuseWebSockets()).newTab().hasStatus("Polling").send("Slowly");

        proxy.allowWebSockets();

        tab.isLive().send("Quickly").seesExactly(List.of("Slowly", "Quickly"));
    }

    /** Polling reads once a tab: nobody shall poll because the server was restarted. */
    @Test
    void whoHadAStreamTriesForTenSecondsBeforePolling(Application application, Proxy proxy, Room room,
            Browser browser) {
        browser.excuse("WebSocket connection").excuse("ERR_"); // something else may be under way, too
        Tab tab = room.through(proxy).newTab().isLive();
        tab.run("""
                const now = Date.now, Stream = WebSocket
                window.later = 60_000
                window.attempts = 0
                Date.now = () => now() + later
                Math.random = () => 0.1
                window.WebSocket = class extends Stream {
                    constructor(...all) {
                        super(...all)
                        attempts++
                    }
                }
                """);

        proxy.refuseWebSockets();
        triesAgain(tab, 64_000);
        assertThat(tab.status()).isEqualTo("Reconnecting");
        triesAgain(tab, 71_000);
        tab.hasStatus("Polling");
    }

    private static void triesAgain(Tab tab, int later) {
        tab.runAndWait("""
                const done = arguments[0]
                window.later = %d
                const enough = attempts + 3
                const look = setInterval(() => attempts >= enough && done(clearInterval(look)), 20)
                """.formatted(later));
    }
}
