package parley;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import parley.session.Lifetime;
import parley.session.SessionIds;

/**
 * The settings: each is a flag, and an environment variable behind it.
 *
 * @param port 0 takes a free one
 * @param host the address to listen on
 * @param data the folder of the embedded database
 * @param sessionIds who makes them
 * @param lifetime of sessions
 * @param behindProxy whom requests come from is what the proxy says of it
 * @param dev templates and static files are read from their folders on each request
 */
record Config(int port, String host, Path data, SessionIds sessionIds, Lifetime lifetime, boolean behindProxy,
        boolean dev) {

    /** @throws IllegalArgumentException if a setting is none, or cannot be; the message names the remedy */
    static Config of(String... arguments) {
        var given = Setting.all(arguments);
        return new Config(port(given), given.get(Setting.HOST), Path.of(given.get(Setting.DATA)), sessionIds(given),
                lifetime(given), isOn(given, Setting.BEHIND_PROXY), isOn(given, Setting.DEV));
    }

    private static int port(Map<Setting, String> given) {
        int port = number(given, Setting.PORT);
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("--port is " + port + ", but a port is a number from 0 to 65535.");
        }
        return port;
    }

    private static SessionIds sessionIds(Map<Setting, String> given) {
        return switch (given.get(Setting.SESSION_IDS).toLowerCase()) {
            case "client" -> SessionIds.CLIENT;
            case "server" -> SessionIds.SERVER;
            default -> throw new IllegalArgumentException(
                    "--session-ids is " + given.get(Setting.SESSION_IDS) + ", but it is client or server.");
        };
    }

    private static Lifetime lifetime(Map<Setting, String> given) {
        int idle = number(given, Setting.SESSION_IDLE);
        int lifetime = number(given, Setting.SESSION_LIFETIME);
        if (idle < 1 || lifetime < idle) {
            throw new IllegalArgumentException("--session-idle is " + idle + " and --session-lifetime " + lifetime
                    + ", but the first is at least a day and the second not less than the first.");
        }
        return new Lifetime(Duration.ofDays(idle), Duration.ofDays(lifetime));
    }

    private static boolean isOn(Map<Setting, String> given, Setting setting) {
        return switch (given.get(setting).toLowerCase()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(
                    setting.flag() + " is " + given.get(setting) + ", but it is true or false.");
        };
    }

    private static int number(Map<Setting, String> given, Setting setting) {
        try {
            return Integer.parseInt(given.get(setting));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    setting.flag() + " is " + given.get(setting) + ", but it must be a number.");
        }
    }
}
