// Passkeys, as the server speaks of them: in JSON, with bytes as base64url. Older browsers know only the bytes.
import { base64url } from './random.js';

const Passkey = window.PublicKeyCredential;

/** Why passkeys cannot be used here, or "usable". */
export function usability() {
  if (!isSecureContext) return 'insecure';
  if (!Passkey) return 'missing';
  return /^[\d.]+$|:/.test(location.hostname) ? 'unnamed' : 'usable';
}

export async function make(options) {
  const publicKey = Passkey.parseCreationOptionsFromJSON?.(options) ?? {
    ...decoded(options),
    user: { ...options.user, id: bytes(options.user.id) },
    excludeCredentials: options.excludeCredentials.map(known => ({ ...known, id: bytes(known.id) })),
  };
  return json(await navigator.credentials.create({ publicKey }));
}

export async function find(options) {
  const publicKey = Passkey.parseRequestOptionsFromJSON?.(options) ?? decoded(options);
  return json(await navigator.credentials.get({ publicKey }));
}

/** Lets the browser forget a passkey that the server does not know any more. */
export async function forget(rpId, credentialId) {
  await Passkey.signalUnknownCredential?.({ rpId, credentialId });
}

function decoded(options) {
  return { ...options, challenge: bytes(options.challenge) };
}

function json(passkey) {
  if (passkey.toJSON) return passkey.toJSON();
  const { id, type, response } = passkey;
  const parts = ['clientDataJSON', 'attestationObject', 'authenticatorData', 'signature', 'userHandle'];
  const told = parts.filter(part => response[part]).map(part => [part, base64url(new Uint8Array(response[part]))]);
  return { id, rawId: id, type, response: Object.fromEntries(told), clientExtensionResults: {} };
}

function bytes(text) {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), character => character.charCodeAt(0));
}
