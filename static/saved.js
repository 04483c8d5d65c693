// The messages that this session saved: the mark beside each of them, and the list.
import { jump } from './jump.js';
import { session } from './my-session.js';
import { say } from './notice.js';
import { reason } from './problem.js';

const MORE = '#saved .more button';

let saved = new Set();
let shown = 0;
let last = Promise.resolve();

/** What was asked for and is not answered yet, by key. */
const wanted = new Map();

document.addEventListener('parley:actions', ({ target }) => mark(target));
document.addEventListener('parley:piece', ({ target }) => {
  if (target.id === 'saved-marks') take(target.value);
  if (target.id === 'saved') showAsMany();
});
document.addEventListener('htmx:afterSettle', ({ target }) => target.closest('#saved') && (shown = items()));
document.addEventListener('click', event => {
  const button = event.target.closest('.actions .save');
  const link = event.target.closest('#saved a');
  if (button) toggle(button.closest('.message'));
  if (link?.pathname === location.pathname) leaveFor(link);
});

function take(keys) {
  saved = new Set(keys.split(' '));
  document.querySelectorAll('.message:has(.save)').forEach(mark);
}

function mark(message) {
  const key = keyOf(message);
  message.querySelector('.save').ariaPressed = wanted.get(key) ?? saved.has(key);
}

function toggle(message) {
  const key = keyOf(message);
  const wish = !(wanted.get(key) ?? saved.has(key));
  wanted.set(key, wish);
  mark(message);
  last = last.then(() => ask(message, key, wish));
}

/** One after the other: who changes their mind quickly gets what they wished last. */
async function ask(message, key, wish) {
  const path = `/rooms/${message.closest('#messages').dataset.room}/messages/${key}/saved`;
  const answer = await session.fetch(path, { method: wish ? 'PUT' : 'DELETE', headers: { 'HX-Request': 'true' } }).catch(() => null);
  if (answer?.ok) saved[wish ? 'add' : 'delete'](key);
  else say(`Not ${wish ? 'saved' : 'taken out'}. ${reason(answer && { responseText: await answer.text() })}`);
  if (wanted.get(key) === wish) wanted.delete(key);
  if (message.querySelector('.save')) mark(message);
}

function keyOf(message) {
  return message.id.replace('message-', '');
}

/** The live list begins with its first page: what one had unfolded of it is unfolded again. */
function showAsMany() {
  if (items() < shown) document.querySelector(MORE)?.click();
}

function items() {
  return document.querySelectorAll('#saved li:not(.more)').length;
}

/** The message is in the room that is open: no need to load the page anew. */
function leaveFor({ hash }) {
  const dialog = document.querySelector('#saved-messages');
  dialog.addEventListener('close', () => jump(hash), { once: true });
  dialog.close();
  document.querySelector('#sidebar:popover-open')?.hidePopover();
}
