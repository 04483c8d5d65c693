package parley.session;

/**
 * Does what one route is for, inside one transaction.
 *
 * @param <C> the context that its wrapper provides
 * @param <A> its arguments
 */
@FunctionalInterface
public interface Endpoint<C, A> {

    /** @throws parley.page.Problem to roll back and refuse */
    Answer answer(C context, A arguments);
}
