package parley.session;

/**
 * Does what one route is for outside of any transaction, such as asking another server, and runs queries and mutations as this
 * session in between.
 *
 * @param <C> the context that its wrapper provides to those
 * @param <A> its arguments
 */
@FunctionalInterface
public interface Action<C, A> {

    Answer answer(Actor<C> actor, A arguments);
}
