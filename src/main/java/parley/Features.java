package parley;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Set;
import java.util.stream.Collectors;
import parley.database.Database;
import parley.device.Moves;
import parley.device.Openings;
import parley.device.YourSessions;
import parley.live.Live;
import parley.message.Messages;
import parley.message.Newest;
import parley.message.RoomFeeds;
import parley.passkey.Passkeys;
import parley.presence.Presence;
import parley.reaction.Reactions;
import parley.room.Members;
import parley.room.Revisions;
import parley.room.Rooms;
import parley.room.Wizards;
import parley.saved.Drafts;
import parley.saved.Reads;
import parley.saved.SavedMessages;
import parley.session.Aging;
import parley.session.Ending;
import parley.session.Lifetime;
import parley.session.SessionData;
import parley.session.SessionId;
import parley.session.SessionIds;
import parley.session.Sessions;
import parley.templates.Templates;
import parley.user.Users;

/** All features, and what each of them has to hear of the others. */
final class Features {

    final Sessions sessions;
    final SessionData data;
    final Users users;
    final Passkeys passkeys;
    final YourSessions yourSessions;
    final Openings openings;
    final Moves moves;
    final Rooms rooms;
    final Members members;
    final Wizards wizards;
    final Messages messages;
    final Reactions reactions;
    final Newest newest;
    final RoomFeeds feeds;
    final Presence presence;
    final SavedMessages saved;
    final Drafts drafts;
    final Reads reads;

    Features(Database database, Live live, SessionIds ids, Templates templates, MeterRegistry meters) {
        sessions = new Sessions(database, ids);
        data = new SessionData();
        users = new Users(sessions);
        passkeys = new Passkeys(users, live);
        yourSessions = new YourSessions(sessions, users, live);
        openings = new Openings(database, live);
        moves = new Moves(users);
        rooms = new Rooms(live);
        members = new Members(rooms, users, live);
        wizards = new Wizards(live);
        newest = new Newest(live);
        var revisions = new Revisions(live);
        messages = new Messages(revisions, newest, database::epoch, meters);
        reactions = new Reactions(revisions);
        feeds = new RoomFeeds(database, messages, templates);
        presence = new Presence(database, users, live, templates);
        saved = new SavedMessages(live);
        drafts = new Drafts(live);
        reads = new Reads(live);

        followSessions(live);
        followUsers(live);
    }

    private void followSessions(Live live) {
        sessions.onFork(data::forked);
        sessions.onFork(wizards::forked);
        sessions.onFork(saved::forked);
        sessions.onFork(drafts::forked);
        sessions.onFork(reads::forked);
        sessions.onChange(yourSessions::changed);
        sessions.onChange(moves::close);
        sessions.onEnd((session, ending) -> closeStreams(live, session, ending));
        sessions.onEnd((session, ending) -> presence.ended(session));
        live.onPresence(openings::changed);
        data.onPatch((transaction, session, piece) -> transaction
                .afterCommit(() -> live.wakeOwn(session.hash(), piece.topic())));
    }

    private static void closeStreams(Live live, SessionId session, Ending ending) {
        if (ending == Ending.SIGNED_OUT) {
            live.signOut(session.hash());
        } else {
            live.end(session.hash());
        }
    }

    private void followUsers(Live live) {
        users.onRename(messages::renamed);
        users.onRename(presence::renamed);
        users.onRename((transaction, user) -> users.sessions(transaction.handle(), user).forEach(
                session -> transaction.afterCommit(() -> live.wakeOwn(session.hash(), OwnPieces.USER))));
        users.onMerge(messages::merged);
        users.onMerge(reactions::merged);
        users.onMerge(members::merged);
        users.onMerge(presence::merged);
        users.keptBy("select 1 from authors where user_id = u.id");
        users.keptBy(Reactions.KEEP);
        users.keptBy("select 1 from members where user_id = u.id");
        users.knownBy("select 1 from passkeys where user_id = u.id");
    }

    Aging aging(Database database, Live live, Lifetime lifetime) {
        return new Aging(database, sessions, lifetime, () -> listening(live)).sweeping(users::sweep)
                .sweeping(wizards::sweep).sweeping(moves::sweep);
    }

    private static Set<SessionId> listening(Live live) {
        return live.owners().stream().map(SessionId::new).collect(Collectors.toSet());
    }
}
