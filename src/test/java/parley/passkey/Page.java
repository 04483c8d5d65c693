package parley.passkey;

import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.UTF_8;

import parley.Reply;
import parley.RunningParley;
import parley.Visitor;

/** A tab of a browser that has passkeys. */
record Page(Visitor visitor) {

    static Page open(RunningParley parley) {
        return new Page(parley.visitor().with("Origin", origin(parley)));
    }

    static String origin(RunningParley parley) {
        return parley.at("/").toString().replaceFirst("/$", "");
    }

    String creationOptions() {
        return visitor.submit("POST", "/passkeys/creation-options", "").is(200).body();
    }

    String requestOptions() {
        return visitor.submit("POST", "/passkeys/request-options", "").is(200).body();
    }

    /** The page as it is when the name is kept. */
    Page keep(Authenticator key) {
        String next = Visitor.newSecret();
        make(key.make(creationOptions()), next).is(204);
        return as(next);
    }

    Page signIn(Authenticator key) {
        return signIn(key, true);
    }

    /** The page as it is afterwards. */
    Page signIn(Authenticator key, boolean bring) {
        String next = Visitor.newSecret();
        use(key.use(requestOptions()), bring, next).is(204);
        return as(next);
    }

    Reply attempt(Authenticator key) {
        return attempt(key.use(requestOptions()));
    }

    Reply attempt(String passkey) {
        return use(passkey, true, Visitor.newSecret());
    }

    Reply make(String passkey, String next) {
        return visitor.with("Next-Session-Id", next).submit("POST", "/passkeys", "passkey=" + encode(passkey, UTF_8));
    }

    Reply use(String passkey, boolean bring, String next) {
        return visitor.with("Next-Session-Id", next).submit("PUT", "/session/user",
                "passkey=" + encode(passkey, UTF_8) + "&bring=" + bring);
    }

    /** The secret of a link to another device. */
    String move() {
        return visitor.submit("POST", "/moves", "").is(201).document().select("#move-link").val().split("#")[1];
    }

    Reply follow(String link) {
        return visitor.with("Next-Session-Id", Visitor.newSecret()).submit("PUT", "/move", "secret=" + link);
    }

    /** The ID of the person. */
    String user() {
        return visitor.get("/rooms/general/session").is(200).document().select("#session-name").attr("data-user");
    }

    /** What it says of the person's account. */
    String account() {
        return visitor.get("/session/pieces").is(200).document().select("#account").text();
    }

    private Page as(String secret) {
        return new Page(visitor.with("Session-Id", secret));
    }
}
