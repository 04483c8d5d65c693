/** So many random bytes as base64url. (`randomUUID` has 122 bits only, and is missing on plain http.) */
export function random(bytes) {
  return base64url(crypto.getRandomValues(new Uint8Array(bytes)));
}

export function base64url(bytes) {
  const binary = String.fromCharCode(...bytes);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** Names a draft. Keys made one after the other sort so, and the database has them side by side: that is cheaper for it. */
export function draftKey() {
  return Date.now().toString(36).padStart(9, '0') + random(10);
}
