package parley.passkey;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A browser and a security key in one, by hand from the specification (WebAuthn level 3, ES256, no attestation). */
final class Authenticator {

    private static final int USER_PRESENT = 0x01;
    private static final int HAS_KEY = 0x40;

    private final KeyPair keys = newKeys();
    private final byte[] id = sha256(keys.getPublic().getEncoded());
    private String user;
    private int counter;
    private String origin;
    private String host;
    private int flags = USER_PRESENT;

    Authenticator(String origin) {
        visit(origin);
    }

    /** Where the page is that asks. */
    Authenticator visit(String origin) {
        this.origin = origin;
        this.host = origin.replaceFirst("^https?://", "").replaceFirst(":\\d+$", "");
        return this;
    }

    /** Has another host's pages ask while it claims that this one does, or the other way round. */
    Authenticator askedFor(String otherHost) {
        host = otherHost;
        return this;
    }

    Authenticator withoutTouch() {
        flags = 0;
        return this;
    }

    /** Synchronised ones do not count: they always say 0. */
    Authenticator count(int uses) {
        counter = uses;
        return this;
    }

    Authenticator saysItIs(String otherUser) {
        user = base64(otherUser.getBytes(UTF_8));
        return this;
    }

    /** What the page sends when a passkey was made. */
    String make(String options) {
        var asked = JsonMapper.shared().readTree(options);
        user = asked.at("/user/id").asString();
        return json(Map.of("clientDataJSON", base64(clientData("webauthn.create", asked)),
                "attestationObject", base64(attestation(data(flags | HAS_KEY, key())))));
    }

    /** What the page sends when the passkey was used. */
    String use(String options) {
        return use("webauthn.get", options);
    }

    String use(String type, String options) {
        byte[] clientData = clientData(type, JsonMapper.shared().readTree(options));
        byte[] data = data(flags, new byte[0]);
        return json(Map.of("clientDataJSON", base64(clientData), "authenticatorData", base64(data),
                "signature", base64(sign(data, sha256(clientData))), "userHandle", user));
    }

    private String json(Map<String, String> response) {
        return JsonMapper.shared().writeValueAsString(Map.of("id", base64(id), "rawId", base64(id), "type",
                "public-key", "clientExtensionResults", Map.of(), "response", response));
    }

    private byte[] clientData(String type, JsonNode asked) {
        return JsonMapper.shared().writeValueAsBytes(Map.of("type", type, "challenge",
                asked.at("/challenge").asString(), "origin", origin, "crossOrigin", false));
    }

    private byte[] data(int flags, byte[] key) {
        return ByteBuffer.allocate(37 + key.length).put(sha256(host.getBytes(UTF_8))).put((byte) flags).putInt(counter)
                .put(key).array();
    }

    /** A nameless model, the credential's ID, and the public key in COSE. */
    private byte[] key() {
        var point = ((ECPublicKey) keys.getPublic()).getW();
        return ByteBuffer.allocate(16 + 2 + id.length + 77).put(new byte[16]).putShort((short) id.length).put(id)
                .put(hex("a5010203262001215820")).put(coordinate(point.getAffineX())).put(hex("225820"))
                .put(coordinate(point.getAffineY())).array();
    }

    /** In CBOR: {"fmt": "none", "attStmt": {}, "authData": data}. */
    private static byte[] attestation(byte[] data) {
        var cbor = new ByteArrayOutputStream();
        cbor.writeBytes(hex("a363"));
        cbor.writeBytes("fmt".getBytes(US_ASCII));
        cbor.writeBytes(hex("64"));
        cbor.writeBytes("none".getBytes(US_ASCII));
        cbor.writeBytes(hex("67"));
        cbor.writeBytes("attStmt".getBytes(US_ASCII));
        cbor.writeBytes(hex("a068"));
        cbor.writeBytes("authData".getBytes(US_ASCII));
        cbor.writeBytes(hex("58"));
        cbor.write(data.length);
        cbor.writeBytes(data);
        return cbor.toByteArray();
    }

    private byte[] sign(byte[] data, byte[] clientDataHash) {
        try {
            var signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(keys.getPrivate());
            signature.update(data);
            signature.update(clientDataHash);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair newKeys() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] coordinate(BigInteger number) {
        return HexFormat.of().parseHex("%064x".formatted(number));
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
