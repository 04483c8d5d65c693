package parley.presence;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import parley.database.Database;
import parley.database.Transaction;
import parley.live.Live;
import parley.live.Topic;
import parley.page.Html;
import parley.room.Room;
import parley.session.SessionId;
import parley.templates.Templates;
import parley.user.User;
import parley.user.Users;

/** Which sessions have which rooms open. */
public final class Presence {

    /** A list of ten thousand helps nobody and would be sent to ten thousand tabs. */
    private static final int SHOWN = 100;

    /** A tab that reloads is back before anybody sees it go. */
    private static final Executor AFTER_RELOAD = CompletableFuture.delayedExecutor(1_500, TimeUnit.MILLISECONDS);

    /** Longer than a polling tab's pause, with room for a hidden one whose timers the browser slows down. */
    private static final Executor AFTER_POLL = CompletableFuture.delayedExecutor(15, TimeUnit.SECONDS);

    /** Room to its sessions, in the order in which they came, with the number of their tabs. */
    private final Map<Long, Map<SessionId, Integer>> rooms = new ConcurrentHashMap<>();

    private final Database database;
    private final Users users;
    private final Live live;
    private final Templates templates;

    public Presence(Database database, Users users, Live live, Templates templates) {
        this.database = database;
        this.users = users;
        this.live = live;
        this.templates = templates;
    }

    /** A tab of the session opened the room. */
    public void arrive(Room room, SessionId session) {
        rooms.compute(room.id(), (id, sessions) -> {
            var here = sessions == null ? new LinkedHashMap<SessionId, Integer>() : sessions;
            here.merge(session, 1, Integer::sum);
            return here;
        });
        live.wakePiece(topic(room.id()));
    }

    /** A tab of the session has gone. */
    public void leave(Room room, SessionId session) {
        AFTER_RELOAD.execute(() -> remove(room, session));
    }

    /** A tab of the session read the room by polling: it counts as there until it should have asked again. */
    public void polled(Room room, SessionId session) {
        arrive(room, session);
        AFTER_POLL.execute(() -> remove(room, session));
    }

    private void remove(Room room, SessionId session) {
        rooms.computeIfPresent(room.id(), (id, sessions) -> {
            sessions.computeIfPresent(session, (gone, tabs) -> tabs == 1 ? null : tabs - 1);
            return sessions.isEmpty() ? null : sessions;
        });
        live.wakePiece(topic(room.id()));
    }

    /** The session is over, or goes on by another ID: whoever asked by this one is somebody else. */
    public void ended(SessionId session) {
        if (live.owners().contains(session.hash())) {
            rooms.keySet()
                    .forEach(room -> rooms.computeIfPresent(room, (id, sessions) -> without(session, id, sessions)));
        }
    }

    private Map<SessionId, Integer> without(SessionId session, long room, Map<SessionId, Integer> sessions) {
        if (sessions.remove(session) != null) {
            live.wakePiece(topic(room));
        }
        return sessions.isEmpty() ? null : sessions;
    }

    /** Somebody has another name: the lists that they are on show it. */
    public void renamed(Transaction transaction, User user) {
        var sessions = Set.copyOf(users.sessions(transaction.handle(), user));
        transaction.afterCommit(() -> rooms.keySet().forEach(room -> wakeIfHere(room, sessions)));
    }

    private void wakeIfHere(long room, Set<SessionId> anybody) {
        if (!Collections.disjoint(here(room).keySet(), anybody)) {
            live.wakePiece(topic(room));
        }
    }

    /** Two people turned out to be one: the lists that they are on show it. */
    public void merged(Transaction transaction, User from, User to) {
        renamed(transaction, from);
        renamed(transaction, to);
    }

    public People people(Handle handle, Room room) {
        var sessions = here(room.id());
        var shown = sessions.keySet().stream().limit(SHOWN).toList();
        var known = users.of(handle, shown);
        var tabs = new LinkedHashMap<User, Integer>();
        shown.forEach(session -> tabs.merge(known.get(session), sessions.get(session), Integer::sum));
        List<People.Here> people = tabs.entrySet().stream().map(user -> new People.Here(user.getKey(), user.getValue()))
                .toList();
        return new People(people, sessions.size() - shown.size());
    }

    private Map<SessionId, Integer> here(long room) {
        var copy = new LinkedHashMap<SessionId, Integer>();
        rooms.computeIfPresent(room, (id, sessions) -> {
            copy.putAll(sessions);
            return sessions;
        });
        return copy;
    }

    /** The list of people as a piece of the room's page. */
    public Topic.Piece<People> piece(Room room) {
        return new Topic.Piece<>(topic(room.id()),
                () -> database.read(transaction -> people(transaction.handle(), room)),
                people -> Html.bytes(templates.presencePeople(people)));
    }

    private static String topic(long room) {
        return "people/" + room;
    }
}
