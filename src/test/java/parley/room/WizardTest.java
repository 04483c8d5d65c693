package parley.room;

import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.Reply;
import parley.RunningParley;
import parley.Visitor;

class WizardTest {

    private static final String LOOK = "emoji=" + encode("🦔", UTF_8) + "&hue=iris";

    @RegisterExtension
    static final RunningParley parley = new RunningParley();

    private final Visitor ann = parley.visitor();

    @Test
    void asksForANameAtFirst() {
        assertThat(asked(ann)).isEqualTo("name");
        assertThat(wizard(ann).select("#new-room").val()).isEmpty();
        assertThat(wizard(ann).text()).doesNotContain("Cancel");
    }

    @Test
    void leadsToARoomThatEverybodyMayEnter() {
        assertThat(name(ann, "Open house").is(200).document().select("#wizard").text())
                .contains("step 2 of 3", "Who may enter Open house?");
        assertThat(entry(ann, "everyone", "look").is(200).document().select("#wizard").text()).contains("step 3 of 3");

        assertThat(make(ann).is(201).header("HX-Redirect")).isEqualTo("/rooms/open-house");

        var heading = parley.visitor().get("/rooms/open-house").is(200).document().select("main h1").first();
        assertThat(heading.text()).isEqualTo("Open house");
        assertThat(heading.dataset()).containsEntry("emoji", "🦔").containsEntry("hue", "iris");
        assertThat(asked(ann)).isEqualTo("name");
    }

    @Test
    void leadsToARoomByInvitationOfWhichOneIsTheFirst() {
        name(ann, "Behind the hedge").is(200);
        entry(ann, "invited", "look").is(200);

        String room = make(ann).is(201).header("HX-Redirect");

        ann.get(room + "/inside").is(200);
        parley.visitor().get(room + "/inside").is(403);
    }

    @Test
    void goesBackWithAllThatWasChosen() {
        name(ann, "There and back").is(200);
        entry(ann, "invited", "look").is(200);

        ann.submit("PUT", "/wizard/look", LOOK).is(200);
        assertThat(asked(ann)).isEqualTo("entry");
        assertThat(wizard(ann).select("[checked]").val()).isEqualTo("invited");

        entry(ann, "everyone", "name").is(200);
        assertThat(asked(ann)).isEqualTo("name");
        assertThat(wizard(ann).select("#new-room").val()).isEqualTo("There and back");

        name(ann, "There and back").is(200);
        assertThat(wizard(ann).select("[checked]").val()).isEqualTo("everyone");
        entry(ann, "everyone", "look").is(200);
        assertThat(wizard(ann).select("[checked]").eachAttr("value")).containsExactly("🦔", "iris");
    }

    @Test
    void isCancelled() {
        name(ann, "Never mind").is(200);

        assertThat(ann.delete("/wizard").is(200).document().select("#new-room").val()).isEmpty();

        assertThat(asked(ann)).isEqualTo("name");
        make(ann).refused(409, "made or given up meanwhile");
    }

    @Test
    void outlivesTheServer() {
        name(ann, "Evergreen").is(200);
        entry(ann, "invited", "look").is(200);
        parley.stop();
        parley.start();

        assertThat(asked(ann)).isEqualTo("look");
        make(ann).is(201);
    }

    @Test
    void leadsTwoTabsToTwoRoomsAtOnce() {
        var bob = parley.visitor();
        name(ann, "Ann's place").is(200);
        name(bob, "Bob's place").is(200);
        entry(ann, "everyone", "look").is(200);

        assertThat(asked(bob)).isEqualTo("entry");
        assertThat(wizard(bob).text()).contains("Bob's place").doesNotContain("Ann");
        entry(bob, "everyone", "look").is(200);
        assertThat(make(ann).is(201).header("HX-Redirect")).isEqualTo("/rooms/anns-place");
        assertThat(make(bob).is(201).header("HX-Redirect")).isEqualTo("/rooms/bobs-place");
    }

    @Test
    void isCopiedToADuplicatedTabAndThenApart() {
        name(ann, "Twins").is(200);
        var twin = ann.duplicate();

        ann.delete("/wizard").is(200);

        assertThat(asked(ann)).isEqualTo("name");
        assertThat(asked(twin)).isEqualTo("entry");
        assertThat(wizard(twin).text()).contains("Twins");
    }

    @Test
    void isInStepInAllTabsOfTheSessionAndInNoOther() {
        try (var tab = ann.listen("general"); var stranger = parley.visitor().listen("general")) {
            tab.upTo(0);
            stranger.upTo(0);

            name(ann, "Lighthouse").is(200);
            tab.seesPiece("Who may enter Lighthouse?");
            entry(ann, "invited", "look").is(200);
            tab.seesPiece("Picture of Lighthouse");
            make(ann).is(201);
            assertThat(tab.piece("wizard", "New room</h2>")).doesNotContain("Lighthouse");

            assertThat(stranger.frames("piece")).noneMatch(frame -> frame.html().contains("Lighthouse"));
        }
    }

    @Test
    void makesTheRoomOnce() {
        name(ann, "Just once").is(200);
        entry(ann, "invited", "look").is(200);
        make(ann).is(201);

        make(ann).refused(409, "made or given up meanwhile");

        assertThat(ann.get("/session/pieces").document().select("#my-rooms a").eachText()).containsExactly("Just once");
    }

    @Test
    void saysAsSoonAsItKnowsThatTheNameIsTaken() {
        parley.visitor().make("Popular");
        name(ann, "Popular").is(200);

        entry(ann, "everyone", "look").refused(422, "Choose another name, or make one by invitation.");
        assertThat(asked(ann)).isEqualTo("entry");

        entry(ann, "invited", "look").is(200);
        make(ann).is(201);
    }

    @Test
    void keepsTheStepIfTheNameIsTakenAtTheLastMoment() {
        name(ann, "Sought after").is(200);
        entry(ann, "everyone", "look").is(200);
        parley.visitor().make("Sought after");

        make(ann).refused(422, "There is a room with this name already.");

        assertThat(asked(ann)).isEqualTo("look");
    }

    @ParameterizedTest(name = "{1} {2}")
    @CsvSource({"PUT,/wizard/name,name=,name", "PUT,/wizard/name,name=%21,name",
            "PUT,/wizard/entry,entry=nobody&to=roof,entry to", "PUT,/wizard/entry,entry=everyone,to",
            "PUT,/wizard/look,emoji=x&hue=teal,emoji", "POST,/wizard/room,emoji=x&hue=y,emoji hue",
            "POST,/wizard/room,'',emoji hue"})
    void refusesFieldByField(String method, String path, String form, String fields) {
        name(ann, "Strict").is(200);

        var refusal = ann.submit(method, path, form).is(422).document();

        assertThat(refusal.select(".problem[data-field]").eachAttr("data-field")).containsExactly(fields.split(" "));
        assertThat(asked(ann)).isEqualTo("entry");
    }

    @ParameterizedTest
    @CsvSource({"PUT,/wizard/entry,entry=everyone&to=look", "PUT,/wizard/look,emoji=%F0%9F%A6%94&hue=iris",
            "POST,/wizard/room,emoji=%F0%9F%A6%94&hue=iris"})
    void doesNotGoOnWithWhatNobodyHasBegun(String method, String path, String form) {
        ann.submit(method, path, form).refused(409, "made or given up meanwhile");

        assertThat(asked(ann)).isEqualTo("name");
    }

    @Test
    void roomsByInvitationAppearInTheOtherTabsOfThePerson() {
        String room = parley.visitor().makeByInvitation("Not this one");
        var twin = ann.duplicate();
        try (var tab = ann.listen("general");
                var other = twin.listen("general");
                var stranger = parley.visitor().listen("general")) {
            tab.upTo(0);
            other.upTo(0);
            stranger.upTo(0);

            ann.makeByInvitation("Fireside");

            tab.seesPiece("Fireside");
            other.seesPiece("Fireside");
            parley.visitor().make("Afterwards");
            stranger.seesPiece("Afterwards");
            assertThat(stranger.frames("piece")).noneMatch(frame -> frame.html().contains("Fireside"));
            assertThat(other.piece("my-rooms", "Fireside")).doesNotContain(room);
        }
    }

    private static Reply name(Visitor who, String name) {
        return who.submit("PUT", "/wizard/name", "name=" + encode(name, UTF_8));
    }

    private static Reply entry(Visitor who, String entry, String to) {
        return who.submit("PUT", "/wizard/entry", "entry=" + entry + "&to=" + to);
    }

    private static Reply make(Visitor who) {
        return who.submit("POST", "/wizard/room", LOOK);
    }

    private static Element wizard(Visitor who) {
        return who.get("/session/pieces").is(200).document().select("#wizard").first();
    }

    /** What the page asks for. */
    private static String asked(Visitor who) {
        var form = wizard(who).select("form").first();
        return form.attr("hx-post").isEmpty() ? form.attr("hx-put").replace("/wizard/", "") : "look";
    }
}
