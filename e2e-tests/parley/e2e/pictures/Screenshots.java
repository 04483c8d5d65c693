package parley.e2e.pictures;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import parley.e2e.vocabulary.Application;
import parley.e2e.vocabulary.Browser;
import parley.e2e.vocabulary.InTheBrowser;
import parley.e2e.vocabulary.Room;
import parley.e2e.vocabulary.Tab;

/** Makes docs/images: {@code ./mvnw verify -Dit.test=Screenshots}. Not part of the suite. */
@InTheBrowser
class Screenshots {

    private static final Path IMAGES = Path.of(System.getProperty("basedir", "."), "docs", "images");

    @Test
    void aConversation(Application application, Browser browser) throws IOException {
        Tab nour = newTab(browser, application).rename("Nour").isCalled("Nour");
        nour.makeRoom("Seed swap").isIn("Seed swap").makeRoom("Night sky").isIn("Night sky");
        nour.makeRoom("Hedgehog watch").isIn("Hedgehog watch");
        var room = new Room(browser, application.address(), "hedgehog-watch");
        Tab tove = room.newTab().rename("Tove").isCalled("Tove");
        Tab kenji = room.newTab().rename("Kenji").isCalled("Kenji");
        Tab someone = room.newTab();
        tove.duplicate();

        say(tove, "She came back! 22:40, straight across the lawn as if she owned the place 🦔");
        say(kenji, "Hazel?? With the notch in her left ear?");
        say(tove, "The very same. And she is not alone.");
        say(tove, "Three tiny ones behind her, in a row, like a train with prickles.");
        say(nour, "I have waited for this since March.");
        say(nour, "Quick question before I run over with a torch: is a red light all right for them?");
        say(kenji,
                "Red is fine, they hardly see it. No milk, just a flat dish of water:\nhttps://en.wikipedia.org/wiki/Hedgehog");
        say(someone, "Hello, I live at number 9. Is that who has been eating my slugs?");
        say(tove, "That would be Hazel. You are welcome.");
        say(someone, "Tell her the hosta has never looked better 🌿");
        say(nour, "I am cutting a small door into our fence tonight. Thirteen centimetres, says the internet.");
        say(kenji, "😍");
        kenji.react("Three tiny ones behind her, in a row, like a train with prickles.", "Heart");
        nour.react("Three tiny ones behind her, in a row, like a train with prickles.", "Heart");
        tove.react("Tell her the hosta has never looked better 🌿", "Laugh");
        nour.sees("😍").hasSentEverything().seesPerson("Tove", 2).type("Meet at the compost in ten minutes?");

        save("light", nour.prefers("light"));
        save("dark", nour.prefers("dark"));
        save("phone", nour.prefers("light").onPhone());
    }

    private static Tab newTab(Browser browser, Application application) {
        return browser.newTab(application.address()).open("/");
    }

    private static void say(Tab tab, String text) {
        tab.send(text).sees(text).hasSentEverything();
    }

    private static void save(String name, Tab tab) throws IOException {
        Files.write(Files.createDirectories(IMAGES).resolve(name + ".png"), tab.picture());
    }
}
