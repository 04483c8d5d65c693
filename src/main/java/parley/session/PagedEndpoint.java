package parley.session;

/**
 * Answers one stretch of a long list.
 *
 * @param <C> the context that its wrapper provides
 * @param <A> its arguments
 */
@FunctionalInterface
public interface PagedEndpoint<C, A> {

    Answer answer(C context, A arguments, Paging paging);
}
