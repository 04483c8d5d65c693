package parley.load;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Parley, by its live protocol: see docs/live.md. */
record Parley(String site) implements Target {

    private static final byte[] POSTED = "data-posted=\"".getBytes(US_ASCII);
    private static final Pattern NUMBER = Pattern.compile("data-posted=\"(\\d+)\"");

    @Override
    public String title() {
        return "parley";
    }

    @Override
    public Server start() {
        return site == null
                ? Server.start(title(), (port, folder) -> List.of(launcher(), "--host", "127.0.0.1", "--port",
                        String.valueOf(port), "--data", folder.toString()))
                : Server.at(site);
    }

    private static String launcher() {
        return Path.of("target", "parley").toAbsolutePath().toString();
    }

    @Override
    public List<Room> rooms(int count, Server server) {
        try (var site = new Site(server.address())) {
            int run = ThreadLocalRandom.current().nextInt(100_000, 1_000_000);
            var slugs = site.makeRooms(IntStream.range(0, count).mapToObj(i -> "Load " + run + " " + i).toList());
            String epoch = site.cursor(slugs.getFirst()).split(":")[0];
            return slugs.stream().map(slug -> new Room(slug, epoch)).toList();
        }
    }

    @Override
    public String handshake(Room room, long revision, String session) {
        return "GET /rooms/" + room.slug() + "/live?after=" + room.cursor(revision)
                + " HTTP/1.1\r\nSec-WebSocket-Protocol: parley.1, session." + session;
    }

    @Override
    public boolean welcomesAtOnce() {
        return false;
    }

    @Override
    public Kind kind(ByteBuffer frame) {
        return switch (frame.get(frame.position())) {
            case 'f' -> Kind.MESSAGES;
            case 'r' -> Kind.RELOAD;
            default -> Kind.OTHER;
        };
    }

    @Override
    public String response(ByteBuffer call) {
        throw new IllegalStateException("Parley does not call");
    }

    @Override
    public void read(ByteBuffer frame, Messages messages, Batch batch) {
        int end = frame.limit();
        skipBehind(frame, (byte) ':');
        batch.upTo(digits(frame, (byte) '\n'));
        while (skipBehind(frame, POSTED)) {
            long number = digits(frame, (byte) '"');
            batch.add(number, messages.next(frame));
        }
        frame.position(end);
    }

    private static void skipBehind(ByteBuffer html, byte mark) {
        while (html.get() != mark) {
            // Goes on.
        }
    }

    private static boolean skipBehind(ByteBuffer html, byte[] mark) {
        int found = 0;
        while (html.hasRemaining()) {
            byte next = html.get();
            found = next == mark[found] ? found + 1 : next == mark[0] ? 1 : 0;
            if (found == mark.length) {
                return true;
            }
        }
        return false;
    }

    private static long digits(ByteBuffer html, byte end) {
        long number = 0;
        for (byte digit = html.get(); digit != end; digit = html.get()) {
            number = 10 * number + digit - '0';
        }
        return number;
    }

    @Override
    public String post(Room room, String session, String key, String text) {
        String form = "key=" + key + "&body=" + URLEncoder.encode(text, UTF_8);
        return "POST /rooms/" + room.slug() + "/messages HTTP/1.1\r\nSession-Id: " + session
                + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: " + form.length()
                + "\r\nHost: localhost\r\n\r\n" + form;
    }

    @Override
    public long number(String answer) {
        var number = NUMBER.matcher(answer);
        return number.find() ? Long.parseLong(number.group(1)) : 0;
    }

    @Override
    public boolean resumes() {
        return true;
    }
}
