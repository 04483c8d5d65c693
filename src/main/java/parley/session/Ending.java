package parley.session;

/** How a session comes to its end. */
public enum Ending {

    /** Its own tab wanted it. */
    SIGNED_OUT,

    /** It was ended from elsewhere, or by time. */
    ENDED,

    /** It goes on under another ID. */
    REFRESHED
}
