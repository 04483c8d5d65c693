package parley.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.RunningParley;
import parley.Wire;

class HandshakeTest {

    private static final String CREDENTIAL = "session." + "x".repeat(43);
    private static final String PROTOCOLS = "Sec-WebSocket-Protocol: parley.1, " + CREDENTIAL;

    @RegisterExtension
    static final RunningParley parley = new RunningParley();

    @Test
    void theFirstProtocolIsTakenAndTheCredentialNotRepeated() {
        assertThat(answer("/rooms/general/live", PROTOCOLS)).startsWith("HTTP/1.1 101 ")
                .containsPattern("(?i)\r\nSec-WebSocket-Protocol: parley\\.1\r\n").doesNotContain("session.")
                .doesNotContainIgnoringCase("Sec-WebSocket-Extensions").doesNotContainIgnoringCase("Set-Cookie");
    }

    @Test
    void noExtensionIsAgreedOn() {
        assertThat(answer("/rooms/general/live", PROTOCOLS, "Sec-WebSocket-Extensions: permessage-deflate"))
                .startsWith("HTTP/1.1 101 ").doesNotContainIgnoringCase("Sec-WebSocket-Extensions");
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Nothing: here", "Sec-WebSocket-Protocol: parley.1",
            "Sec-WebSocket-Protocol: parley.1, session.", "Sec-WebSocket-Protocol: parley.1, session.tooshort",
            "Session-Id: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"})
    void aTabWithoutAProperCredentialIsRefused(String header) {
        assertThat(answer("/rooms/general/live", header)).startsWith("HTTP/1.1 400 ");
    }

    @Test
    void aCredentialInTheAddressIsNone() {
        assertThat(answer("/rooms/general/live?session=" + "x".repeat(43), "Sec-WebSocket-Protocol: parley.1"))
                .startsWith("HTTP/1.1 400 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/rooms/nowhere/live", "/rooms/general/live/more", "/live", "/rooms/live"})
    void whatIsNoRoomsStreamIsNotThere(String path) {
        assertThat(answer(path, PROTOCOLS)).startsWith("HTTP/1.1 404 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"42", "a:b", "", "a:-1", "%00", "%ff", "%zz", "a:1&x=%ff"})
    void whatIsNoCursorIsRefused(String cursor) {
        assertThat(answer("/rooms/general/live?after=" + cursor, PROTOCOLS)).startsWith("HTTP/1.1 400 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://elsewhere.example", "https://there.example", "null", "http://there:1"})
    void aPageOfAnotherSiteMayNotListen(String origin) {
        assertThat(answer("/rooms/general/live", PROTOCOLS, "Origin: " + origin)).startsWith("HTTP/1.1 403 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://there", "https://there"})
    void aPageOfThisSiteMayListen(String origin) {
        assertThat(answer("/rooms/general/live", PROTOCOLS, "Origin: " + origin)).startsWith("HTTP/1.1 101 ");
    }

    @Test
    void aRoomInAnyScriptHasItsStream() {
        parley.visitor().make("山田");

        assertThat(answer("/rooms/%E5%B1%B1%E7%94%B0/live", PROTOCOLS)).startsWith("HTTP/1.1 101 ");
        assertThat(answer("/rooms/%E5%B1%B1/live", PROTOCOLS)).startsWith("HTTP/1.1 404 ");
    }

    @Test
    void whoDoesNotOfferTheProtocolCannotHaveIt() {
        assertThat(answer("/rooms/general/live", "Sec-WebSocket-Protocol: " + CREDENTIAL))
                .doesNotStartWith("HTTP/1.1 101 ").doesNotStartWith("HTTP/1.1 5");
    }

    @Test
    void aRefusalIsGuardedAsEveryAnswerIs() {
        assertThat(answer("/rooms/nowhere/live", PROTOCOLS)).startsWith("HTTP/1.1 404 ")
                .containsIgnoringCase("Content-Security-Policy: default-src 'none'")
                .containsIgnoringCase("X-Content-Type-Options: nosniff");
    }

    private static String answer(String path, String... headers) {
        try (var wire = Wire.to(parley.at("/")).upgrade(path, headers)) {
            return wire.head();
        }
    }
}
