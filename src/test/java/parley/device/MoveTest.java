package parley.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.Reply;
import parley.RunningParley;
import parley.Visitor;
import parley.database.BackDoor;
import parley.session.Secret;

class MoveTest {

    private static final String REMEDY = "Make another where you are yourself";

    @RegisterExtension
    static final RunningParley parley = new RunningParley();

    private final String room = parley.room();
    private final Visitor ann = parley.visitor();
    private final Visitor phone = parley.visitor();

    MoveTest() {
        ann.rename("Ann").is(200);
    }

    @Test
    void bringsTheUserThereUnderAnotherSessionId() {
        var there = move(phone, link(ann));

        assertThat(there.name()).isEqualTo("Ann");
        phone.say(room, "With the old ID").is(401);
        there.say(room, "Hello from my phone").is(201);
        ann.say(room, "I am here as well").is(201);
        assertThat(ann.get("/rooms/" + room).document().select(".author").eachText()).containsExactly("Ann", "Ann");
    }

    @Test
    void isSeenAtOnceInYourSessions() {
        try (var stream = ann.listen(room)) {
            stream.upTo(0);

            move(phone.with("User-Agent", "Mozilla/5.0 (iPhone) Safari/605"), link(ann));

            stream.seesPiece("Safari on iPhone");
        }
    }

    @Test
    void isGoodOnce() {
        String link = link(ann);
        move(phone, link);

        go(parley.visitor(), link, Visitor.newSecret()).refused(410, "has been used", REMEDY);
        ask(parley.visitor(), link).refused(410, "has been used", REMEDY);
    }

    @Test
    void whoseAnswerWasLostIsAskedForAgain() {
        String link = link(ann);
        String next = Visitor.newSecret();
        go(phone, link, next).is(204);

        go(phone, link, next).is(204);
    }

    @Test
    void isGoodForFiveMinutesByTheClockOfTheDatabase() {
        String link = link(ann);
        BackDoor.run(parley.data(), "update moves set good_until = good_until - interval '4' minute");
        ask(phone, link).is(200);

        BackDoor.run(parley.data(), "update moves set good_until = good_until - interval '1' minute");

        ask(phone, link).refused(410, "five minutes", REMEDY);
        go(phone, link, Visitor.newSecret()).refused(410, "five minutes", REMEDY);
        assertThat(phone.name()).isNotEqualTo("Ann");
    }

    @Test
    void isClosedByTheNextOne() {
        String old = link(ann);
        String link = link(ann);

        go(phone, old, Visitor.newSecret()).refused(404, "there is a newer one", REMEDY);

        move(phone, link);
    }

    @Test
    void isClosedWhenTheSessionEndsThatOpenedIt() {
        ann.say(room, "Hello").is(201);
        var twin = ann.duplicate();
        String link = link(ann);

        twin.delete("/sessions").is(200);

        go(phone, link, Visitor.newSecret()).is(404);
    }

    @Test
    void isClosedWhenTheSessionBecomesSomebodyElse() {
        String old = link(phone);
        move(phone, link(ann));

        ask(parley.visitor(), old).refused(404, "leads nowhere", REMEDY);
        go(parley.visitor(), old, Visitor.newSecret()).refused(404, "leads nowhere", REMEDY);
    }

    @Test
    void whatNobodyMadeLeadsNowhere() {
        go(phone, "/move#" + Visitor.newSecret(), Visitor.newSecret()).refused(404, "not copied whole", REMEDY);
        go(phone, "/move#", Visitor.newSecret()).refused(404, "not copied whole", REMEDY);
    }

    @Test
    void bringsAlongWhatWasWrittenThere() {
        phone.say(room, "Written on the way").is(201);

        move(phone, link(ann));

        assertThat(authors()).containsExactly("Ann");
    }

    @Test
    void leavesWhatWasWrittenThereIfThePersonSaysSo() {
        phone.rename("Nobody").is(200);
        phone.say(room, "Written on the way").is(201);

        submit(phone.with("Next-Session-Id", Visitor.newSecret()), "PUT", "/move", link(ann)).is(204);

        assertThat(authors()).containsExactly("Nobody");
    }

    @Test
    void asksWhomToBecomeAndWhatToBring() {
        String link = link(ann);

        var asked = ask(phone, link).is(200).document();
        assertThat(asked.text()).contains("Become Ann here?");
        assertThat(asked.select("[name=bring]")).isEmpty();

        phone.rename("Phone").is(200);
        assertThat(ask(phone, link).is(200).document().select("label:has([name=bring])").text())
                .isEqualTo("Bring along what I wrote here as Phone");
        assertThat(ask(ann, link).is(200).document().select("button")).isEmpty();
    }

    @Test
    void itsPageIsTheSameForEverybody() {
        var page = phone.without("Session-Id").get("/move").is(200);

        assertThat(page.body()).isEqualTo(ann.get("/move").body());
        assertThat(page.document().select("#arrival")).hasSize(1);
    }

    @Test
    void whereItsAddressIsThatOfTheMachineItselfThisIsSaid() {
        assertThat(ann.submit("POST", "/moves", "").is(201).document().select(".warning").text())
                .contains("leads nowhere from elsewhere");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost", "http://localhost:7070", "https://127.0.0.1:8443", "http://[::1]:7070"})
    void anAddressOfTheMachineItself(String site) {
        assertThat(MoveEndpoints.isLoopback(site)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://chat.example.org", "http://192.168.1.7:7070", "http://localhost.example.org",
            "http://127.example.org", "http://[fd00::1]:7070"})
    void anAddressThatLeadsThereFromElsewhere(String site) {
        assertThat(MoveEndpoints.isLoopback(site)).isFalse();
    }

    @Test
    void itsSecretIsStoredNowhere() throws IOException {
        String secret = secret(link(ann));
        String stored = stored();

        assertThat(stored).contains(new Secret(secret).hash()).doesNotContain(secret);
        assertThat(ann.get("/sessions").body() + ann.get("/session/pieces").body()).doesNotContain(secret);
        assertThat(new Secret(secret)).asString().doesNotContain(secret);
    }

    private static String stored() throws IOException {
        var texts = new StringBuilder();
        try (var files = Files.walk(parley.data())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                texts.append(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return texts.toString();
    }

    private static String link(Visitor who) {
        Document made = who.submit("POST", "/moves", "").is(201).document();
        String link = made.select("#move-link").val();
        assertThat(link).isEqualTo(parley.at("/move#" + secret(link)).toString()).matches(".*#[\\w-]{43}");
        return link;
    }

    private static String secret(String link) {
        return link.substring(link.indexOf('#') + 1);
    }

    private static Reply ask(Visitor who, String link) {
        return submit(who, "POST", "/move/question", link);
    }

    private static Visitor move(Visitor who, String link) {
        String next = Visitor.newSecret();
        go(who, link, next).is(204);
        return who.with("Session-Id", next);
    }

    private static Reply go(Visitor who, String link, String next) {
        return who.with("Next-Session-Id", next).submit("PUT", "/move", "secret=" + secret(link) + "&bring=true");
    }

    private static Reply submit(Visitor who, String method, String path, String link) {
        return who.submit(method, path, "secret=" + secret(link));
    }

    private List<String> authors() {
        return ann.get("/rooms/" + room).document().select(".author").eachText();
    }
}
