package parley;

import static parley.RunningParley.encode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/** Somebody with a session ID, who asks as the page does. */
public final class Visitor {

    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String SESSION = "Session-Id";

    private final RunningParley parley;
    private final Map<String, String> headers;

    Visitor(RunningParley parley) {
        this(parley, Map.of(SESSION, random(32), "HX-Request", "true", "Content-Type",
                "application/x-www-form-urlencoded"));
    }

    private Visitor(RunningParley parley, Map<String, String> headers) {
        this.parley = parley;
        this.headers = headers;
    }

    /** The same person, sending another header. */
    public Visitor with(String header, String value) {
        var more = new TreeMap<>(headers);
        more.put(header, value);
        return new Visitor(parley, more);
    }

    public Visitor without(String header) {
        var less = new TreeMap<>(headers);
        less.remove(header);
        return new Visitor(parley, less);
    }

    public String secret() {
        return headers.get(SESSION);
    }

    /** The same person once more, as a duplicated tab. */
    public Visitor duplicate() {
        String next = newSecret();
        with("Next-Session-Id", next).submit("POST", "/session/fork", "").is(204);
        return with(SESSION, next);
    }

    public static String newSecret() {
        return random(32);
    }

    public static String newKey() {
        return random(16);
    }

    public Reply say(String room, String text) {
        return post(room, text, newKey());
    }

    public Reply post(String room, String text, String key) {
        return submit("POST", "/rooms/" + room + "/messages", "body=" + encode(text) + "&key=" + key);
    }

    public Reply rename(String name) {
        return submit("PUT", "/user", "name=" + encode(name));
    }

    /** The slug of the new room. */
    public String make(String room) {
        return submit("POST", "/rooms", "name=" + encode(room)).is(201).header("HX-Redirect").replace("/rooms/", "");
    }

    /** The slug of the new room by invitation. */
    public String makeByInvitation(String room) {
        return submit("POST", "/rooms", "entry=invited&name=" + encode(room)).is(201).header("HX-Redirect")
                .replace("/rooms/", "");
    }

    /** What the link into the room ends with. */
    public String invitation(String room) {
        return get("/rooms/" + room + "/invitation").is(200).document().select("#invite-link").val().split("#")[1];
    }

    public Reply enter(String room, String invitation) {
        return submit("PUT", "/rooms/" + room + "/membership", "token=" + invitation);
    }

    public String name() {
        return get("/rooms/general/session").is(200).document().select("#name").val();
    }

    /** Where the room's page stands now. */
    public String cursor(String room) {
        return get("/rooms/" + room + "/feed").is(200).header("Cursor");
    }

    public Reply get(String path) {
        return ask("GET", path, BodyPublishers.noBody());
    }

    public Reply delete(String path) {
        return ask("DELETE", path, BodyPublishers.noBody());
    }

    /** A form, encoded already. */
    public Reply submit(String method, String path, String form) {
        return ask(method, path, BodyPublishers.ofString(form));
    }

    public Reply ask(String method, String path, BodyPublisher body) {
        var request = HttpRequest.newBuilder(parley.at(path)).timeout(Duration.ofSeconds(20)).method(method, body);
        headers.forEach(request::header);
        try {
            return Reply.of(HTTP.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Opens the room's stream where its page stands now. */
    public LiveStream listen(String room) {
        return listen(room, cursor(room));
    }

    public LiveStream listen(String room, String cursor) {
        return LiveStream.open(parley.at("/rooms/" + room + "/live?after=" + cursor), secret());
    }

    private static String random(int bytes) {
        var id = new byte[bytes];
        RANDOM.nextBytes(id);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(id);
    }
}
