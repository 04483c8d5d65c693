import { markMine } from './me.js';
import { update } from './names.js';

const clock = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' });
const full = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'medium' });
const emoji = /^(?:\p{RGI_Emoji}\s*){1,6}$/v;

/** What only the reader's browser knows about a message: whose it is, the local time, the newest name. */
export function dress(message) {
  markMine(message);
  update(message, Number(message.dataset.revision));
  tellTime(message.querySelector('time'));
  message.classList.toggle('emoji', emoji.test(body(message)));
}

export function body(message) {
  return message.querySelector('.body').textContent;
}

export function sentAt(message) {
  return new Date(message.querySelector('time').dateTime);
}

export function isPending(message) {
  return 'pending' in message.dataset;
}

function tellTime(time) {
  const at = new Date(time.dateTime);
  time.textContent = clock.format(at);
  time.title = full.format(at);
}
