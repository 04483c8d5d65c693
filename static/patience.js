const LONGEST = 10_000;

/** Asks until there is an answer, be it a refusal: the server may just be starting. */
export async function insist(ask) {
  for (let longest = 250; ; longest = Math.min(2 * longest, LONGEST)) {
    const answer = await ask().catch(() => null);
    if (answer && answer.status < 500 && answer.status !== 429) return answer;
    await pause(Math.random() * longest);
  }
}

export function pause(milliseconds) {
  return new Promise(wake => setTimeout(wake, milliseconds));
}
