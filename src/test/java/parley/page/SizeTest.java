package parley.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import parley.RunningParley;
import parley.Visitor;
import parley.Wire;

class SizeTest {

    private static final int LIMIT = 128 * 1024;
    private static final int MIB = 1024 * 1024;

    @RegisterExtension
    static final RunningParley parley = new RunningParley();

    private final String room = parley.room();
    private final Visitor ann = parley.visitor();

    @Test
    void aLargeRequestIsRefusedByItsAnnouncedLengthWithoutWaitingForItsBody() {
        try (var wire = Wire.to(parley.at("/"))) {
            wire.send(head("Content-Length: " + (LIMIT + 1)));

            assertThat(wire.head()).startsWith("HTTP/1.1 413 ").containsIgnoringCase("Connection: close");
        }
        assertThat(parley.said(room)).isEmpty();
    }

    @Test
    void aLargeRequestWithoutALengthIsRefusedWhenItHasBecomeTooLarge() {
        byte[] form = form(LIMIT + 1).getBytes();

        ann.ask("POST", "/rooms/" + room + "/messages",
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(form)))
                .refused(413, "larger than 128 KiB");

        assertThat(parley.said(room)).isEmpty();
    }

    @Test
    void aRequestWithoutALengthNeedNotEndToBeRefused() {
        try (var wire = Wire.to(parley.at("/"))) {
            wire.send(head("Transfer-Encoding: chunked") + Integer.toHexString(LIMIT + 1) + "\r\n" + form(LIMIT + 1)
                    + "\r\n");

            assertThat(wire.head()).startsWith("HTTP/1.1 413 ");
        }
        assertThat(parley.said(room)).isEmpty();
    }

    @Test
    void whoSendsAllOfALargeRequestBeforeReadingIsAnsweredToo() {
        try (var wire = Wire.to(parley.at("/"))) {
            wire.send(head("Content-Length: " + 8 * MIB)).send(new byte[8 * MIB]);

            assertThat(wire.head()).startsWith("HTTP/1.1 413 ");
        }
    }

    @Test
    void whoGoesOnSendingIsHungUpOn() {
        try (var wire = Wire.to(parley.at("/"))) {
            wire.send(head("Content-Length: " + 64 * MIB));

            assertThatThrownBy(() -> wire.send(new byte[64 * MIB])).isInstanceOf(UncheckedIOException.class);
        }
    }

    @Test
    void aRefusedRequestThatIsStillUnderWayDoesNotCostTheConnection() {
        try (var wire = Wire.to(parley.at("/"))) {
            wire.send(head("Content-Length: " + LIMIT, "Origin: http://elsewhere.example"));
            assertThat(wire.head()).startsWith("HTTP/1.1 403 ").doesNotContainIgnoringCase("Connection: close");

            wire.send(new byte[LIMIT]).send(head("Content-Length: " + (LIMIT + 1)));
            assertThat(wire.head()).contains("HTTP/1.1 413 ");
        }
    }

    @Test
    void aRequestThatIsJustNotTooLargeIsTaken() {
        ann.submit("POST", "/rooms/" + room + "/messages", form(LIMIT)).is(201);

        assertThat(parley.said(room)).containsExactly("Fits");
    }

    @Test
    void theLongestMessageOfTheCharactersThatTakeMostBytesIsTaken() {
        String longest = "😀".repeat(4_000);

        ann.say(room, longest).is(201);

        assertThat(parley.said(room)).containsExactly(longest);
    }

    @Test
    void theLongestDraftOfTheCharactersThatTakeMostBytesIsTaken() {
        ann.submit("PUT", "/rooms/" + room + "/draft", "body=" + URLEncoder.encode("漢".repeat(8_000), UTF_8)).is(204);
    }

    @Test
    void aMessageThatIsTooLongInAnyScriptIsToldSo() {
        ann.say(room, "漢".repeat(8_000)).refused(422, "at most 4,000 characters");
    }

    private String head(String... headers) {
        return "POST /rooms/" + room + "/messages HTTP/1.1\r\nHost: there\r\nSession-Id: " + ann.secret()
                + "\r\nContent-Type: application/x-www-form-urlencoded\r\n" + String.join("\r\n", headers)
                + "\r\n\r\n";
    }

    private static String form(int length) {
        String form = "body=Fits&key=" + Visitor.newKey() + "&padding=";
        return form + "x".repeat(length - form.length());
    }
}
