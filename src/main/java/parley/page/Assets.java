package parley.page;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Header;
import io.javalin.http.staticfiles.Location;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.zip.CRC32;

/**
 * The static files, under an address that names their version, so that browsers may keep them for good.
 *
 * <p>The version is a checksum of all of them, and a part of the path, so modules import each other by relative paths.
 */
public final class Assets {

    private static final String WEBJARS = "/webjars";
    private static final String HTMX = WEBJARS + "/htmx.org/%s/dist/htmx.min.js";
    private static final String FOR_GOOD = "public, max-age=31536000, immutable";

    private final boolean dev;
    private final String version;
    private final String htmx;

    /** @param dev serves the folder {@code static} as it is now, uncached, instead of what was packaged */
    public Assets(boolean dev) {
        this.dev = dev;
        this.version = dev ? "dev" : packagedVersion();
        this.htmx = HTMX.formatted(htmxVersion());
    }

    /** The address of a file of the folder {@code static}. */
    public String url(String file) {
        return base() + "/" + file;
    }

    /** The address of htmx in its WebJar. */
    public String htmx() {
        return htmx;
    }

    public void serve(JavalinConfig config) {
        if (dev) {
            serve(config, base(), "static", Location.EXTERNAL, "no-store");
        } else {
            serve(config, base(), "/static", Location.CLASSPATH, FOR_GOOD);
        }
        serve(config, WEBJARS, "META-INF/resources" + WEBJARS, Location.CLASSPATH, FOR_GOOD);
    }

    private static void serve(JavalinConfig config, String path, String folder, Location location, String caching) {
        config.staticFiles.add(files -> {
            files.hostedPath = path;
            files.directory = folder;
            files.location = location;
            files.headers = Map.of(Header.CACHE_CONTROL, caching);
        });
    }

    private String base() {
        return "/static/" + version;
    }

    private static String packagedVersion() {
        try {
            URL folder = Assets.class.getResource("/static");
            var checksums = folder.openConnection() instanceof JarURLConnection jar
                    ? listed(jar.getJarFile())
                    : computed(Path.of(folder.toURI()));
            return HexFormat.of().toHexDigits(checksum(checksums.toString().getBytes()), 8);
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException("The static files are missing from the application: build it again.", e);
        }
    }

    /** A jar knows the checksums of its files: to work them out takes a thirtieth of the start. */
    static SortedMap<String, Long> listed(JarFile jar) {
        var checksums = new TreeMap<String, Long>();
        for (var entries = jar.entries(); entries.hasMoreElements();) {
            var entry = entries.nextElement();
            if (entry.getName().startsWith("static/")) {
                checksums.put(entry.getName(), entry.getCrc());
            }
        }
        return checksums;
    }

    private static SortedMap<String, Long> computed(Path folder) throws IOException {
        var checksums = new TreeMap<String, Long>();
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                checksums.put(folder.relativize(file).toString(), checksum(Files.readAllBytes(file)));
            }
        }
        return checksums;
    }

    private static long checksum(byte[] bytes) {
        var checksum = new CRC32();
        checksum.update(bytes);
        return checksum.getValue();
    }

    private static String htmxVersion() {
        try (var in = Assets.class.getResourceAsStream("/META-INF/maven/org.webjars.npm/htmx.org/pom.properties")) {
            var properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
