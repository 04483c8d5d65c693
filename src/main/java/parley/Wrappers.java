package parley;

import parley.database.Database;
import parley.room.Membership;
import parley.session.SessionContext;
import parley.session.Wrapper;
import parley.user.UserContext;

/**
 * What handlers are wrapped by, each made out of another.
 *
 * @param session knows who asks
 * @param made has a row for them that others can refer to; for mutations
 * @param reader knows the user that they are, or would become
 * @param user makes that user on need; for mutations
 * @param visitor knows the room that the address names, which they may enter
 * @param member the same with the user made on need; for mutations
 * @param keeper the same with the session made, but no user; for mutations
 */
record Wrappers(Wrapper<SessionContext> session, Wrapper<SessionContext> made, Wrapper<UserContext> reader,
        Wrapper<UserContext> user, Wrapper<Membership> visitor, Wrapper<Membership> member,
        Wrapper<Membership> keeper) {

    static Wrappers of(Database database, Features features) {
        var users = features.users;
        var session = Wrapper.session(database, features.sessions);
        var made = session.with(features.sessions::made);
        var reader = session.with(users::seen);
        var user = session.with(users::made);
        return new Wrappers(session, made, reader, user, inRoom(reader, features), inRoom(user, features),
                inRoom(made.with(users::seen), features));
    }

    private static Wrapper<Membership> inRoom(Wrapper<UserContext> wrapper, Features features) {
        return wrapper.with(http -> http.pathParam("room"), features.members::enter);
    }
}
