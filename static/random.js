/** So many random bytes as base64url. (`randomUUID` has 122 bits only, and is missing on plain http.) */
export function random(bytes) {
  const binary = String.fromCharCode(...crypto.getRandomValues(new Uint8Array(bytes)));
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
