package parley.e2e.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import parley.e2e.vocabulary.Application;
import parley.e2e.vocabulary.InTheBrowser;
import parley.e2e.vocabulary.Room;
import parley.e2e.vocabulary.Tab;

@InTheBrowser
class SecretStory {

    @Test
    void theSessionIdStaysBetweenTheTabAndTheServer(Application application, Room room) {
        Tab one = room.newTab().rename("Ada").isCalled("Ada").send("Hello").hasSentEverything();
        Tab other = room.newTab().sees("Hello").send("Hello yourself").hasSentEverything();
        one.sees("Hello yourself");
        one.reload().canTalk();

        assertThat(one.sessionId()).matches("[A-Za-z0-9_-]{43}");
        assertThat(Stream.of(one, other).map(Tab::sessionId)).allSatisfy(secret -> {
            assertThat(one.html()).doesNotContain(secret);
            assertThat(other.html()).doesNotContain(secret);
            assertThat(one.addressesUsed()).doesNotContain(secret);
            assertThat(application.log()).doesNotContain(secret);
        });
        assertThat(one.run("return document.cookie + JSON.stringify(localStorage) + name")).isEqualTo("{}");
    }
}
