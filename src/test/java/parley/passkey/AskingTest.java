package parley.passkey;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import parley.Reply;
import parley.RunningParley;

class AskingTest {

    private static final int MOST = 600;

    @RegisterExtension
    static final RunningParley parley = new RunningParley();

    @Test
    void whoAsksForOneChallengeAfterTheOtherIsTurnedAwayByWhateverSession() {
        for (int time = 0; time < MOST / 2; time++) {
            Page.open(parley).creationOptions();
            Page.open(parley).requestOptions();
        }

        ask("creation").refused(429, "Too many attempts");
        ask("request").refused(429, "Too many attempts");
    }

    private static Reply ask(String options) {
        return Page.open(parley).visitor().submit("POST", "/passkeys/" + options + "-options", "");
    }
}
