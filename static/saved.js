// The messages that this session saved: the mark beside each of them, and the list.
import { jump } from './jump.js';
import { say } from './notice.js';
import { cover, optimistic } from './optimistic.js';

const MORE = '#saved .more button';

let saved = new Set();
let shown = 0;

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
  show(key, saved.has(key));
  cover(`saved ${key}`);
}

function show(key, pressed) {
  const button = document.querySelector(`#message-${key} .save`);
  if (button) button.ariaPressed = pressed;
}

function toggle(message) {
  const key = keyOf(message);
  const button = message.querySelector('.save');
  const wish = button.ariaPressed !== 'true';
  const path = `/rooms/${message.closest('#messages').dataset.room}/messages/${key}/saved`;
  optimistic(`saved ${key}`, {
    show: () => show(key, wish),
    ask: () => ({ method: wish ? 'PUT' : 'DELETE', path, source: button.isConnected ? button : message }),
    replace: () => settle(message, wish),
    takeBack: reason => takeBack(message, `Not ${wish ? 'saved' : 'taken out'}. ${reason}`),
  });
}

function settle(message, wish) {
  saved[wish ? 'add' : 'delete'](keyOf(message));
  mark(message);
}

function takeBack(message, why) {
  mark(message);
  say(why);
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
