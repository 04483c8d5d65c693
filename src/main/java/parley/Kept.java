package parley;

import gg.jte.models.runtime.JteModel;
import java.util.Set;
import java.util.function.Function;
import parley.live.Live;
import parley.live.OwnQuery;
import parley.look.LookEndpoints;
import parley.page.Html;
import parley.room.Membership;
import parley.saved.DraftEndpoints;
import parley.saved.Drafts;
import parley.saved.ReadEndpoints;
import parley.saved.Reads;
import parley.saved.SavedEndpoints;
import parley.saved.SavedMessages;
import parley.session.SessionContext;
import parley.session.SessionData;
import parley.session.Sessions;
import parley.session.Wrapper;
import parley.templates.Templates;
import parley.user.UserContext;

/** What each session keeps for itself: a duplicated tab gets a copy, every tab of the session sees it live. */
record Kept(SavedMessages saved, Drafts drafts, Reads reads, SessionData data) {

    static Kept by(Sessions sessions, Live live) {
        var kept = new Kept(new SavedMessages(live), new Drafts(live), new Reads(live), new SessionData());
        sessions.onFork(kept.saved::forked);
        sessions.onFork(kept.drafts::forked);
        sessions.onFork(kept.reads::forked);
        sessions.onFork(kept.data::forked);
        kept.data.onPatch((transaction, session, piece) -> transaction
                .afterCommit(() -> live.wakeOwn(session.hash(), piece.topic())));
        return kept;
    }

    void show(Live live, Wrapper<SessionContext> session, Wrapper<UserContext> asReader, Templates templates) {
        live.own(query("saved", SavedMessages.TOPIC, asReader.reader(SavedMessages.PATH, saved::list),
                templates::savedSaved));
        live.own(query("saved-marks", SavedMessages.TOPIC, asReader.reader(saved::keys), templates::savedMarks));
        live.own(query("drafts", Drafts.TOPIC, session.reader(drafts::newest), templates::savedDrafts));
        live.own(query("reads", Reads.TOPIC, asReader.reader(reads::all), templates::savedReads));
        live.own(query("look", LookEndpoints.LOOK.topic(),
                session.reader(context -> data.get(context, LookEndpoints.LOOK)), templates::lookLook));
    }

    private static <T> OwnQuery<T> query(String name, String reads, Function<String, T> run,
            Function<T, JteModel> template) {
        return new OwnQuery<>(name, Set.of(reads), run, data -> Html.bytes(template.apply(data)));
    }

    Endpoints endpoints(Wrapper<UserContext> asReader, Wrapper<SessionContext> made, Wrapper<Membership> asKeeper,
            Templates templates) {
        return new Endpoints(new SavedEndpoints(saved, asReader, asKeeper, templates),
                new DraftEndpoints(drafts, asKeeper), new ReadEndpoints(reads, asKeeper),
                new LookEndpoints(data, made));
    }

    record Endpoints(SavedEndpoints saved, DraftEndpoints drafts, ReadEndpoints reads, LookEndpoints look) {}
}
