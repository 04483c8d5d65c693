import { session } from './my-session.js';
import { insist } from './patience.js';
import { isUnsureOf } from './reactions.js';

/** Asks whether one is among the many who reacted to them, where a page names none of those. */
export async function fetchOwnReactions(room, messages) {
  const keys = messages.filter(isUnsureOf).map(({ id }) => ['message', id.replace('message-', '')]);
  if (!keys.length) return '';
  const answer = await insist(() => session.fetch(`/rooms/${room}/reactions?${new URLSearchParams(keys)}`));
  return answer.ok ? answer.text() : '';
}
