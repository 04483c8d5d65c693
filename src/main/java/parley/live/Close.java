package parley.live;

/** Why the server ends a stream, by the close codes of RFC 6455 and some of its own. */
enum Close {

    BINARY(1003, "This stream takes no binary frames."),
    NOT_ASKED(1008, "This stream only listens: send by HTTP."),
    STOPPING(1012, "The server stops. Come back."),
    TOO_SLOW(1013, "Too much is waiting to be read. Come back from your cursor."),
    TRY_AGAIN(1013, "The feed cannot be read just now. Come back from your cursor."),
    ENDED(4401, "This session was ended. Make a new one."),
    SIGNED_OUT(4402, "This session was signed out."),
    RELOAD(4410, "The cursor cannot be resumed. Load the page anew.");

    private final int code;
    private final String words;

    Close(int code, String words) {
        this.code = code;
        this.words = words;
    }

    int code() {
        return code;
    }

    String words() {
        return words;
    }
}
