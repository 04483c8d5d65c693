package parley.passkey;

/**
 * A user's key, which their authenticator has the private half of.
 *
 * @param id of the credential, in base64url
 * @param user its ID
 * @param data what the authenticator told when it made the passkey: flags and public key, in base64url
 * @param counter how often it was used, 0 if the authenticator does not count
 */
record Passkey(String id, String user, String data, long counter) {}
