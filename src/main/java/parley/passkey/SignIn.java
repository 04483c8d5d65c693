package parley.passkey;

import com.webauthn4j.data.AuthenticationData;

/** @param bring whether what the session wrote as somebody else comes along */
record SignIn(Answered<AuthenticationData> assertion, boolean bring) {}
