import { say } from './notice.js';

const FARTHEST = 40;

let room = null;

/** Goes to the message that the address names, if it names one. `loadOlder` brings one more page of older messages. */
export function jumpIn(log, loadOlder) {
  room = { log, loadOlder };
  addEventListener('hashchange', () => jump(location.hash));
  document.addEventListener('parley:live', () => jump(location.hash), { once: true });
}

/** Brings the message into sight, with the focus on it; loads what is between, if it is further back. */
export async function jump(hash) {
  if (!/^#message-[\w-]+$/.test(hash)) return;
  const message = await find(hash.slice(1));
  if (message) show(message);
  else say('The message is too far back to be shown here.');
}

async function find(id) {
  for (let page = 0; page < FARTHEST; page++) {
    const message = document.getElementById(id);
    if (message || !await room.loadOlder()) return message;
  }
  return null;
}

function show(message) {
  message.tabIndex = -1;
  message.focus({ preventScroll: true });
  message.scrollIntoView({ block: 'center' });
}
