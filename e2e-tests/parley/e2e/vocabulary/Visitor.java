package parley.e2e.vocabulary;

import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;

/** Somebody with a session but without a browser: plain HTTP. */
public final class Visitor {

    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final SecureRandom RANDOM = new SecureRandom();

    private final URI site;
    private final String sessionId = random(32);

    public Visitor(URI site) {
        this.site = site;
        Secrets.add(sessionId);
    }

    public static String newKey() {
        return random(16);
    }

    public String sessionId() {
        return sessionId;
    }

    /** The slug of the new room. */
    public String makeRoom(String name) {
        var answer = expect(201, call("POST", "/rooms", Map.of("name", name)));
        return answer.headers().firstValue("HX-Redirect").orElseThrow().replace("/rooms/", "");
    }

    public Visitor say(Room room, String text) {
        expect(201, post(room.slug(), text, newKey()));
        return this;
    }

    public HttpResponse<String> post(String room, String text, String key) {
        return call("POST", "/rooms/" + room + "/messages", Map.of("body", text, "key", key));
    }

    public Visitor react(Room room, Message message, String emoji) {
        var key = message.id().replace("message-", "");
        expect(200, call("PUT", room.path() + "/messages/" + key + "/reactions/" + emoji, Map.of()));
        return this;
    }

    public Visitor rename(String name) {
        expect(200, call("PUT", "/user", Map.of("name", name)));
        return this;
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).GET().build());
    }

    private HttpResponse<String> call(String method, String path, Map<String, String> form) {
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .method(method, BodyPublishers.ofString(form.entrySet().stream()
                        .map(field -> field.getKey() + "=" + encode(field.getValue(), UTF_8))
                        .collect(joining("&"))))
                .build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(site.resolve(path))
                .timeout(Duration.ofSeconds(10))
                .header("Session-Id", sessionId)
                .header("HX-Request", "true");
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpResponse<String> expect(int status, HttpResponse<String> answer) {
        if (answer.statusCode() != status) {
            throw new AssertionError("%s was answered %d instead of %d: %s"
                    .formatted(answer.request(), answer.statusCode(), status, answer.body()));
        }
        return answer;
    }

    private static String random(int bytes) {
        var id = new byte[bytes];
        RANDOM.nextBytes(id);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(id);
    }
}
