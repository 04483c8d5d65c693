/** Keeps a user by a passkey, and brings whoever has it back to that user. */
package parley.passkey;
