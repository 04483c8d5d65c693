package parley.reaction;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import parley.page.Html;
import parley.room.Membership;
import parley.session.Answer;
import parley.session.Wrapper;
import parley.templates.Templates;

/** Reactions over HTTP. The answer is what every tab of the room is sent. */
public final class ReactionEndpoints {

    private record Given(String key, Emoji emoji) {}

    private final Reactions reactions;
    private final Wrapper<Membership> asMember;
    private final Templates templates;

    public ReactionEndpoints(Reactions reactions, Wrapper<Membership> asMember, Templates templates) {
        this.reactions = reactions;
        this.asMember = asMember;
        this.templates = templates;
    }

    public Handler add() {
        return asMember.mutation(ReactionEndpoints::given, this::add);
    }

    private Answer add(Membership context, Given given) {
        return answer(reactions.add(context, given.key(), given.emoji()));
    }

    public Handler remove() {
        return asMember.mutation(ReactionEndpoints::given, this::remove);
    }

    private Answer remove(Membership context, Given given) {
        return answer(reactions.remove(context, given.key(), given.emoji()));
    }

    private static Given given(Context http) {
        return new Given(http.pathParam("key"), Emoji.of(http.pathParam("emoji")));
    }

    private Answer answer(Reacted reacted) {
        return http -> Html.answer(http, templates.reactionReactions(reacted, Reacted.NEWS));
    }
}
