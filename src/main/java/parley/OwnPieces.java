package parley;

import gg.jte.models.runtime.JteModel;
import io.javalin.http.Handler;
import java.util.Set;
import java.util.function.Function;
import parley.device.YourSessions;
import parley.live.Live;
import parley.live.OwnQuery;
import parley.look.LookEndpoints;
import parley.page.Html;
import parley.passkey.Passkeys;
import parley.room.Members;
import parley.room.Wizards;
import parley.saved.Drafts;
import parley.saved.Reads;
import parley.saved.SavedMessages;
import parley.templates.Templates;
import parley.user.UserContext;

/** The pieces of the page that are a session's own: each a live query. */
record OwnPieces(Live live, Features features, Wrappers as, Templates templates) {

    /** Touched when the session's user is renamed. */
    static final String USER = "user";

    OwnPieces shown() {
        show("name", USER, as.reader().reader(UserContext::user), templates::userName);
        show("account", Passkeys.TOPIC, as.reader().reader(features.passkeys::keeps), templates::passkeyAccount);
        show("sessions", YourSessions.TOPIC, as.reader().reader(features.yourSessions::of), templates::deviceSessions);
        show("my-rooms", Members.TOPIC, as.reader().reader(features.members::rooms),
                rooms -> templates.roomMine(rooms, ""));
        show("wizard", Wizards.TOPIC, as.session().reader(features.wizards::of), templates::roomWizard);
        show("saved", SavedMessages.TOPIC, as.reader().reader(SavedMessages.PATH, features.saved::list),
                templates::savedSaved);
        show("saved-marks", SavedMessages.TOPIC, as.reader().reader(features.saved::keys), templates::savedMarks);
        show("drafts", Drafts.TOPIC, as.session().reader(features.drafts::newest), templates::savedDrafts);
        show("reads", Reads.TOPIC, as.reader().reader(features.reads::all), templates::savedReads);
        show("look", LookEndpoints.LOOK.topic(),
                as.session().reader(context -> features.data.get(context, LookEndpoints.LOOK)), templates::lookLook);
        return this;
    }

    private <T> void show(String name, String topic, Function<String, T> run, Function<T, JteModel> template) {
        live.own(new OwnQuery<>(name, Set.of(topic), run, data -> Html.bytes(template.apply(data))));
    }

    /** All of them at once, for a tab that begins, or was away. */
    Handler all() {
        return as.session().query(http -> null,
                (context, nothing) -> http -> Html.answer(http, live.ownPieces(context.session().hash())));
    }
}
