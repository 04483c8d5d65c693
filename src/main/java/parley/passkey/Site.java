package parley.passkey;

import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.Challenge;
import com.webauthn4j.server.ServerProperty;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.util.Locale;
import java.util.regex.Pattern;
import parley.page.Problem;

/**
 * Where the page that asks comes from, by its own word, which {@link parley.page.Guard} has compared with the host that was asked. A
 * passkey that was made for one host is worth nothing on another: browser and authenticator sign both.
 *
 * @param host without the port: the relying party's ID
 */
record Site(String origin, String host) {

    private static final Pattern ORIGIN = Pattern.compile("https?://([^/:\\[\\]]+)(:\\d+)?");

    /** @throws Problem 400 if the request does not say where it comes from, as every browser does */
    static Site of(Context http) {
        var origin = ORIGIN.matcher(String.valueOf(http.header(Header.ORIGIN)).toLowerCase(Locale.ROOT));
        if (!origin.matches()) {
            throw Problem.malformed(
                    "Send the header Origin, with a host that has a name: passkeys are made for it. A browser does so by itself.");
        }
        return new Site(origin.group(), origin.group(1));
    }

    ServerProperty expecting(Challenge challenge) {
        return ServerProperty.builder().origin(new Origin(origin)).rpId(host).challenge(challenge).build();
    }
}
