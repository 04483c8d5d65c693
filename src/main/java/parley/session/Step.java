package parley.session;

/**
 * Extends what a handler knows: from the context of one wrapper it makes that of the next, in the same transaction. It refuses
 * by throwing a {@link parley.page.Problem}.
 *
 * @param <C> the context before, such as {@link SessionContext}
 * @param <D> the context after, such as session and user
 */
@FunctionalInterface
public interface Step<C, D> {

    D extend(C context);
}
