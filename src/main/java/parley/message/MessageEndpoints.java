package parley.message;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import parley.live.Cursor;
import parley.live.Topic;
import parley.page.Html;
import parley.page.Problem;
import parley.room.Entrance;
import parley.room.Membership;
import parley.room.Room;
import parley.session.Answer;
import parley.session.Wrapper;

/** Messages over HTTP: posted, paged back, and read by tabs that cannot stream. */
public final class MessageEndpoints {

    private final Messages messages;
    private final Entrance entrance;
    private final RoomFeeds feeds;
    private final Wrapper<Membership> wrapper;

    /** @param wrapper makes the author on need */
    public MessageEndpoints(Messages messages, Entrance entrance, RoomFeeds feeds, Wrapper<Membership> wrapper) {
        this.messages = messages;
        this.entrance = entrance;
        this.feeds = feeds;
        this.wrapper = wrapper;
    }

    public Handler post() {
        return wrapper.mutation(Draft::of, this::post);
    }

    private Answer post(Membership context, Draft draft) {
        var message = messages.post(context.transaction(), context.user(), context.room(), draft);
        return http -> Html.answer(http.status(HttpStatus.CREATED),
                feeds.templates().messageMessage(message, false, null));
    }

    /** What is newer than a cursor, or the messages before one of them, or the newest. */
    public void feed(Context http) {
        var room = entrance.of(http);
        String after = http.queryParam("after");
        if (after == null) {
            page(http, room, before(http.queryParam("before")));
        } else {
            changes(http, feeds.of(room), Cursor.of(after));
        }
    }

    private static long before(String posted) {
        if (posted == null) {
            return Long.MAX_VALUE;
        }
        if (!posted.matches("\\d{1,18}")) {
            throw Problem.malformed("before is no number: send the data-posted of the oldest message that you have.");
        }
        return Long.parseLong(posted);
    }

    private void page(Context http, Room room, long before) {
        var history = feeds.database().read(transaction -> messages.before(transaction.handle(), room, before));
        http.header("Cursor", history.cursor()).header("Older", String.valueOf(history.older()));
        Html.answer(http, feeds.templates().messageMessages(history.messages(), history.reacted()));
    }

    private static void changes(Context http, Topic.Feed feed, Cursor from) {
        long newest = feed.source().newest();
        if (!feed.reaches(from, newest)) {
            throw new Problem(410,
                    "This cursor cannot be resumed: it is of another history, or too far back. Load the page anew.");
        }
        var changes = feed.source().changes(from.revision(), newest);
        http.header("Cursor", new Cursor(feed.epoch(), changes.revision()).toString());
        Html.answer(http, changes.html());
    }
}
