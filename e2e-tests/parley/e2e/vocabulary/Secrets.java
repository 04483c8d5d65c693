package parley.e2e.vocabulary;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * All session IDs that anybody had while the stories were told. After each story they are looked for in everything that others could
 * see: pages, addresses, the log, the metrics, the files of the database.
 */
final class Secrets {

    private static final Set<String> KNOWN = ConcurrentHashMap.newKeySet();
    private static final Pattern SECRET = Pattern.compile("(?<![\\w-])[\\w-]{43}(?![\\w-])");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private Secrets() {}

    static void add(String secret) {
        KNOWN.add(secret);
    }

    /** Notes what the open tabs hold, and fails if any of the secrets so far can be seen anywhere. */
    static void areKept(List<Tab> tabs, Application application) throws IOException {
        var visible = new LinkedHashMap<String, String>();
        for (Tab tab : tabs) {
            SECRET.matcher(stored(tab)).results().forEach(secret -> add(secret.group()));
            visible.put("page of " + tab.address(), tab.html());
            visible.put("addresses used by " + tab.address(), tab.addressesUsed());
        }
        visible.put("log", application.log());
        visible.put("metrics", metrics(application));
        visible.putAll(files(application.data()));
        visible.forEach((place, text) -> assertThat(KNOWN.stream().filter(text::contains))
                .as("session IDs in the " + place).isEmpty());
    }

    /** What the tab's storages hold under names that speak of a session. */
    private static String stored(Tab tab) {
        return (String) tab.run("""
                const all = storage => Object.entries(storage).filter(([key]) => /session/.test(key)).map(([, value]) => value)
                try { return [...all(sessionStorage), ...all(localStorage)].join(' ') } catch { return '' }
                """);
    }

    private static String metrics(Application application) {
        try {
            return HTTP.send(HttpRequest.newBuilder(URI.create(application.address() + "/metrics")).build(),
                    BodyHandlers.ofString()).body();
        } catch (IOException stopped) {
            return "";
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> files(Path data) throws IOException {
        var texts = new LinkedHashMap<String, String>();
        try (var files = Files.walk(data)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                texts.put("file " + file.getFileName(), Files.readString(file, ISO_8859_1));
            }
        }
        return texts;
    }
}
