package parley.session;

/** Who makes session IDs. */
public enum SessionIds {

    /** The browser: its first request can be a mutation, and no row comes before it. */
    CLIENT,

    /** The server, on {@code POST /session}: an ID that it did not issue is refused. */
    SERVER
}
