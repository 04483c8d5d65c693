package parley;

import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What can be set, each by a flag and by an environment variable behind it. Read by hand: a library for it took a sixth of the start.
 */
enum Setting {

    PORT("PORT", "PORT", "7070", "Port to listen on; 0 takes a free one."),
    HOST("ADDRESS", "HOST", "0.0.0.0", "Address to listen on; 127.0.0.1 is reached from this machine only."),
    DATA("FOLDER", "PARLEY_DATA", "data", "Folder of the embedded database."),
    SESSION_IDS("WHO", "PARLEY_SESSION_IDS", "client",
            "Who makes session IDs: client, or server, which refuses IDs that it did not issue."),
    SESSION_IDLE("DAYS", "PARLEY_SESSION_IDLE", "30", "A session ends when nothing was heard of it for so long."),
    SESSION_LIFETIME("DAYS", "PARLEY_SESSION_LIFETIME", "365", "A session ends after so long in any case."),
    BEHIND_PROXY("true", "PARLEY_BEHIND_PROXY", "false",
            "A reverse proxy tells in X-Forwarded-For where requests come from; needs no value."),
    DEV("true", "PARLEY_DEV", "false",
            "Read templates and static files from their folders, so that an edit shows on reload; needs no value.");

    private final String value;
    private final String variable;
    private final String otherwise;
    private final String words;

    Setting(String value, String variable, String otherwise, String words) {
        this.value = value;
        this.variable = variable;
        this.otherwise = otherwise;
        this.words = words;
    }

    /**
     * All of them, by the command line, else the environment, where what is empty is not set, else as they usually are.
     *
     * @throws IllegalArgumentException if the command line holds anything else
     */
    static Map<Setting, String> all(String... arguments) {
        var all = new EnumMap<Setting, String>(Setting.class);
        for (var setting : values()) {
            String variable = System.getenv().getOrDefault(setting.variable, "");
            all.put(setting, variable.isEmpty() ? setting.otherwise : variable);
        }
        var rest = new ArrayDeque<>(List.of(arguments));
        while (!rest.isEmpty()) {
            String[] parts = rest.remove().split("=", 2);
            var setting = of(parts[0]);
            all.put(setting, setting.given(parts.length == 2 ? parts[1] : setting.value(rest)));
        }
        return all;
    }

    private static Setting of(String flag) {
        return Stream.of(values()).filter(setting -> setting.flag().equals(flag)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no setting \"" + flag + "\"."));
    }

    private String value(Queue<String> rest) {
        if (this == BEHIND_PROXY || this == DEV) {
            return value;
        }
        return rest.isEmpty() ? "" : rest.remove();
    }

    private String given(String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException(flag() + " needs a value: " + flag() + "=" + value + ".");
        }
        return text;
    }

    String flag() {
        return "--" + name().toLowerCase().replace('_', '-');
    }

    static String help() {
        return Stream.of(values()).map(Setting::explained).collect(Collectors.joining("\n", """
                Usage: parley [SETTING]...
                A chat where every browser tab is somebody.

                """, """

                  --help
                      Say this."""));
    }

    private String explained() {
        return "  %s=%s%n      %s%n      Environment: %s. Default: %s.".formatted(flag(), value, words, variable,
                otherwise);
    }
}
