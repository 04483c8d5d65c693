package parley.room;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import parley.page.Form;
import parley.page.Html;
import parley.room.Wizard.Step;
import parley.session.Answer;
import parley.session.SessionContext;
import parley.session.Wrapper;
import parley.templates.Templates;
import parley.user.UserContext;

/** The making of a room over HTTP, step by step: each is kept, and answered with what comes next. */
public final class WizardEndpoints {

    /** @param to the step after this, or back to the one before */
    private record Entered(Entry entry, Step to) {

        static Entered of(Context http) {
            return Form.of(http)
                    .read(form -> new Entered(form.field("entry", Entry::of), form.field("to", Step::of)));
        }
    }

    private final Wizards wizards;
    private final Members members;
    private final Wrapper<SessionContext> made;
    private final Wrapper<UserContext> asUser;
    private final Templates templates;

    /**
     * @param made makes the session on need
     * @param asUser makes its user as well: a room is made by somebody
     */
    public WizardEndpoints(Wizards wizards, Members members, Wrapper<SessionContext> made, Wrapper<UserContext> asUser,
            Templates templates) {
        this.wizards = wizards;
        this.members = members;
        this.made = made;
        this.asUser = asUser;
        this.templates = templates;
    }

    public Handler name() {
        return made.mutation(RoomName::of, this::name);
    }

    private Answer name(SessionContext context, RoomName name) {
        return next(context, wizards.of(context).named(name).at(Step.ENTRY));
    }

    public Handler enter() {
        return made.mutation(Entered::of, this::enter);
    }

    private Answer enter(SessionContext context, Entered entered) {
        var wizard = wizards.begun(context).entered(entered.entry()).at(entered.to());
        if (entered.to() == Step.LOOK) {
            Rooms.requireFree(context.handle(), wizard.room());
        }
        return next(context, wizard);
    }

    /** Back from the last step. */
    public Handler look() {
        return made.mutation(Look::of, this::look);
    }

    private Answer look(SessionContext context, Look look) {
        return next(context, wizards.begun(context).looking(look).at(Step.ENTRY));
    }

    private Answer next(SessionContext context, Wizard wizard) {
        return show(wizards.keep(context, wizard));
    }

    public Handler make() {
        return asUser.mutation(Look::of, this::make);
    }

    private Answer make(UserContext context, Look look) {
        var room = members.make(context, wizards.begun(context.session()).looking(look).room());
        wizards.drop(context.session());
        return http -> http.status(HttpStatus.CREATED).header("HX-Redirect", RoomEndpoints.address(room));
    }

    public Handler cancel() {
        return made.mutation(http -> "", this::cancel);
    }

    private Answer cancel(SessionContext context, String nothing) {
        wizards.drop(context);
        return show(Wizard.NOT_BEGUN);
    }

    private Answer show(Wizard wizard) {
        return http -> Html.answer(http, templates.roomWizard(wizard));
    }
}
