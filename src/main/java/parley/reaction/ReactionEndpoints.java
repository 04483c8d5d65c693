package parley.reaction;

import gg.jte.models.runtime.JteModel;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.List;
import parley.page.Html;
import parley.page.Problem;
import parley.room.Membership;
import parley.session.Answer;
import parley.session.Wrapper;
import parley.templates.Templates;

/** Reactions over HTTP. Answers name the user who asks, and nobody else. */
public final class ReactionEndpoints {

    private record Given(String key, Emoji emoji) {}

    /** A page has as many messages. */
    private static final int MOST_ASKED = 50;

    private final Reactions reactions;
    private final Wrapper<Membership> asVisitor;
    private final Wrapper<Membership> asMember;
    private final Templates templates;

    public ReactionEndpoints(Reactions reactions, Wrapper<Membership> asVisitor, Wrapper<Membership> asMember,
            Templates templates) {
        this.reactions = reactions;
        this.asVisitor = asVisitor;
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

    /** For a tab whose page names too few to know whether its own user is among them. */
    public Handler own() {
        return asVisitor.query(http -> http.queryParams("message"), this::own);
    }

    private Answer own(Membership context, List<String> keys) {
        if (keys.size() > MOST_ASKED) {
            throw Problem.malformed("Ask about at most %d messages at once.".formatted(MOST_ASKED));
        }
        byte[] lists = Html.bytes(reactions.own(context, keys).stream().map(templates::reactionReactions)
                .toArray(JteModel[]::new));
        return http -> Html.answer(http, lists);
    }

    private static Given given(Context http) {
        return new Given(http.pathParam("key"), Emoji.of(http.pathParam("emoji")));
    }

    private Answer answer(Reacted reacted) {
        return http -> Html.answer(http, templates.reactionReactions(reacted));
    }
}
