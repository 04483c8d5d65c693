package parley.session;

/** The sessions that have written something. One that only reads leaves no row. */
public final class Sessions {

    private Sessions() {}

    /** A step for mutations: makes the session's row if this is its first. */
    public static SessionContext made(SessionContext context) {
        context.handle().createUpdate("insert into sessions (id) values (:id) on conflict do nothing")
                .bind("id", context.session().hash()).execute();
        return context;
    }
}
