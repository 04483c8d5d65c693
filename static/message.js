import { markMine } from './me.js';
import { update } from './names.js';
import { takeFrom } from './reactions.js';

const clock = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' });
const full = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'medium' });
const emoji = /^(?:\p{RGI_Emoji}\s*){1,6}$/v;

/** What only the reader's browser knows about a message: whose it is, the local time, the newest name; and what need not be sent. */
export function dress(message) {
  markMine(message);
  update(message, Number(message.dataset.revision));
  tellTime(message.querySelector('time'));
  label(message, message.querySelector('.author'), message.querySelector('time'));
  takeFrom(message);
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

/** Screen readers name a message by who said it, and when. */
function label(message, ...parts) {
  for (const part of parts) part.id = `${message.id}-${part.localName}`;
  message.setAttribute('aria-labelledby', parts.map(({ id }) => id).join(' '));
}
