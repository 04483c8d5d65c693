// How a message stands among its neighbours: under its day, and joined to the one before by the same author.
import { isSameDay, separator } from './days.js';
import { isPending, sentAt } from './message.js';

const PAUSE = 5 * 60_000;

export function previous(message) {
  return neighbour(message, 'previousElementSibling');
}

export function next(message) {
  return neighbour(message, 'nextElementSibling');
}

/** A pending message has no number yet: it stays behind all that have. */
export function number(message) {
  return isPending(message) ? Infinity : Number(message.dataset.posted);
}

export function arrange(message) {
  const before = previous(message);
  const opensDay = !before || !isSameDay(sentAt(before), sentAt(message));
  separate(message, opensDay);
  message.classList.toggle('follows', !opensDay && isJoined(before, message));
}

export function remove(message) {
  const after = next(message);
  separate(message, false);
  message.remove();
  if (after) arrange(after);
}

function separate(message, opensDay) {
  const element = message.previousElementSibling;
  if (element?.matches('.day')) element.remove();
  if (opensDay) message.before(separator(sentAt(message)));
}

function isJoined(before, message) {
  return before.dataset.author === message.dataset.author && sentAt(message) - sentAt(before) < PAUSE;
}

function neighbour(message, direction) {
  let element = message[direction];
  while (element && !element.matches('.message')) element = element[direction];
  return element;
}
