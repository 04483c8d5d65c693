// Reactions: chips under a message that say how many gave what, pressed where one is among them.
// What the server says and what one wishes meanwhile are kept apart: the one is drawn over the other.
import { cover } from './optimistic.js';
import { NOTHING, isIn, isUnsure, learn, ofEmoji } from './reacted.js';

/** By message. */
const told = new WeakMap();

/** By ID, of messages that are not loaded yet: those that are being loaded come soon, and the others bring it with them. */
const ahead = new Map();
const MOST_AHEAD = 200;

document.addEventListener('parley:me', () => document.querySelectorAll('.message:has(.reactions)').forEach(draw));

/** Takes in a list as it comes when somebody has reacted. */
export function take(list) {
  const message = document.getElementById(list.id.replace('reactions-', 'message-'));
  if (message) tell(message, list);
  else keepAhead(list);
}

function keepAhead(list) {
  ahead.set(list.id, learn(ahead.get(list.id) ?? NOTHING, list));
  if (ahead.size > MOST_AHEAD) ahead.delete(ahead.keys().next().value);
}

/** Takes in the list that a message has brought with it, and what came before it. */
export function takeFrom(message) {
  const brought = message.querySelector(':scope > .reactions:not([aria-live])');
  brought?.remove();
  const id = message.id.replace('message-', 'reactions-');
  if (ahead.has(id)) told.set(message, ahead.get(id));
  ahead.delete(id);
  if (brought) tell(message, brought);
  else if (told.has(message)) draw(message);
}

/** A message that is sent anew comes without its reactions. */
export function inherit(message, before) {
  if (!told.has(before)) return;
  told.set(message, told.get(before));
  draw(message);
}

function tell(message, list) {
  told.set(message, learn(known(message), list));
  draw(message);
}

function known(message) {
  return told.get(message) ?? NOTHING;
}

export function isUnsureOf(message) {
  return isUnsure(known(message));
}

/** Shows what the server said, and over it what is not answered yet. */
export function draw(message) {
  for (const { dataset: { emoji } } of choices()) {
    const reaction = ofEmoji(known(message), emoji);
    show(message, emoji, reaction.count, isIn(reaction));
  }
  cover(message.id);
}

/** Whether one gave it, as the page shows it. */
export function given(message, emoji) {
  return chip(message, emoji)?.ariaPressed === 'true';
}

/** Shows what one wishes to have given, or not. */
export function wish(message, emoji, wished) {
  const reaction = ofEmoji(known(message), emoji);
  show(message, emoji, reaction.count + (wished - isIn(reaction)), wished);
}

function show(message, emoji, count, pressed) {
  const known = chip(message, emoji);
  if (count) label(known ?? add(message, emoji), count, pressed);
  else if (known) remove(known, message);
}

/** The keyboard does not lose its place. */
function remove(chip, message) {
  if (chip === document.activeElement) message.querySelector('.react')?.focus({ preventScroll: true });
  chip.closest('li').remove();
}

function label(button, count, pressed) {
  const picture = button.firstChild.textContent.trim();
  button.lastElementChild.textContent = count;
  button.ariaPressed = pressed;
  button.ariaLabel = `${picture} ${count}${pressed ? ', you among them' : ''}`;
}

/** In the order of the palette. */
function add(message, emoji) {
  const order = choices().map(({ dataset }) => dataset.emoji);
  const list = listOf(message);
  const after = [...list.children].find(({ firstElementChild: { dataset } }) => order.indexOf(dataset.emoji) > order.indexOf(emoji));
  const item = document.createElement('li');
  const button = document.createElement('button');
  Object.assign(button, { type: 'button', title: choice(emoji).title });
  button.dataset.emoji = emoji;
  button.append(`${choice(emoji).textContent} `, document.createElement('b'));
  item.append(button);
  list.insertBefore(item, after ?? null);
  return button;
}

/** Nobody wants to have it read aloud as if it were a new message. */
function listOf(message) {
  const known = message.querySelector(':scope > .reactions');
  if (known) return known;
  const list = document.createElement('ul');
  list.className = 'reactions';
  list.ariaLabel = 'Reactions';
  list.setAttribute('aria-live', 'off');
  message.querySelector('.body').after(list);
  return list;
}

function chip(message, emoji) {
  return message.querySelector(`.reactions [data-emoji="${emoji}"]`);
}

function choice(emoji) {
  return document.querySelector(`#palette [data-emoji="${emoji}"]`);
}

function choices() {
  return [...document.querySelectorAll('#palette [data-emoji]')];
}
