const LEAST = 500;
const MOST = 20_000;

/** Asks until there is an answer, be it a refusal: the server may just be starting. */
export async function insist(ask) {
  const since = Date.now();
  while (true) {
    const answer = await ask().catch(() => null);
    if (answer && answer.status < 500 && answer.status !== 429) return answer;
    await pause(patience(since));
  }
}

/**
 * How long to wait before the next attempt at what has failed since then: not much longer than it has lasted, else a restart of two
 * seconds would cost somebody ten; and by chance, so that not all come back at once.
 */
export function patience(since) {
  return Math.random() * Math.min(MOST, Math.max(LEAST, Date.now() - since));
}

export function pause(milliseconds) {
  return new Promise(wake => setTimeout(wake, milliseconds));
}
