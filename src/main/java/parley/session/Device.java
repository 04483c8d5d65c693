package parley.session;

import java.util.List;
import java.util.regex.Pattern;

/** What a {@code User-Agent} header says, in words that a person knows. */
final class Device {

    private record Mark(Pattern pattern, String name) {
        static Mark of(String pattern, String name) {
            return new Mark(Pattern.compile("\\b(?:" + pattern + ")"), name);
        }
    }

    /** The first that is found counts: every browser also claims to be its ancestors. */
    private static final List<Mark> BROWSERS = List.of(Mark.of("Edg", "Edge"), Mark.of("OPR", "Opera"),
            Mark.of("SamsungBrowser", "Samsung Internet"), Mark.of("Firefox|FxiOS", "Firefox"),
            Mark.of("Chrome|CriOS|HeadlessChrome", "Chrome"), Mark.of("Safari", "Safari"));
    private static final List<Mark> SYSTEMS = List.of(Mark.of("iPhone", "iPhone"), Mark.of("iPad", "iPad"),
            Mark.of("Android", "Android"), Mark.of("Windows", "Windows"), Mark.of("Macintosh", "macOS"),
            Mark.of("CrOS", "ChromeOS"), Mark.of("Linux|X11", "Linux"));

    private Device() {}

    /** @param userAgent the header, or null */
    static String of(String userAgent) {
        if (userAgent == null) {
            return "";
        }
        String system = first(SYSTEMS, userAgent, "");
        return first(BROWSERS, userAgent, "Some program") + (system.isEmpty() ? "" : " on " + system);
    }

    private static String first(List<Mark> marks, String userAgent, String none) {
        return marks.stream().filter(mark -> mark.pattern().matcher(userAgent).find()).findFirst().map(Mark::name)
                .orElse(none);
    }
}
