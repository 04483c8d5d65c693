/** So many random bytes as base64url. (`randomUUID` has 122 bits only, and is missing on plain http.) */
export function random(bytes) {
  return base64url(crypto.getRandomValues(new Uint8Array(bytes)));
}

export function base64url(bytes) {
  const binary = String.fromCharCode(...bytes);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
