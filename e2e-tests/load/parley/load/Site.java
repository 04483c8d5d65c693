package parley.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;

/** What is asked of Parley besides the load: few requests, by an ordinary client. */
final class Site implements AutoCloseable {

    private static final int AT_ONCE = 64;

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String session = Tab.newSession(ThreadLocalRandom.current());
    private final URI address;

    Site(InetSocketAddress address) {
        this.address = URI.create("http://" + address.getHostString() + ":" + address.getPort());
    }

    /** The slugs. */
    List<String> makeRooms(List<String> names) {
        var slugs = new ArrayList<String>();
        for (int from = 0; from < names.size(); from += AT_ONCE) {
            names.subList(from, Math.min(names.size(), from + AT_ONCE)).stream().map(this::makeRoom).toList().stream()
                    .map(CompletableFuture::join).map(Site::slug).forEach(slugs::add);
        }
        return slugs;
    }

    private CompletableFuture<HttpResponse<String>> makeRoom(String name) {
        return http.sendAsync(request("/rooms").header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("name=" + URLEncoder.encode(name, StandardCharsets.UTF_8))).build(),
                BodyHandlers.ofString());
    }

    private static String slug(HttpResponse<String> answer) {
        return answer.headers().firstValue("HX-Redirect").map(path -> path.substring(path.lastIndexOf('/') + 1))
                .orElseThrow(() -> new IllegalStateException("No room was made: " + answer + answer.body()));
    }

    String cursor(String room) {
        return get("/rooms/" + room + "/feed").headers().firstValue("Cursor").orElseThrow();
    }

    /** The sum of a metric's lines. */
    double metric(String name) {
        return get("/metrics").body().lines().filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ')))).sum();
    }

    private HttpResponse<String> get(String path) {
        try {
            return http.send(request(path).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path)).timeout(Duration.ofSeconds(60))
                .header("Session-Id", session).header("HX-Request", "true");
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
