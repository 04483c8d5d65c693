// Reactions: chips under a message that say how many gave what, pressed where one is among them.
// What the server says and what one wishes meanwhile are kept apart: the one is drawn over the other.
import { me } from './me.js';
import { cover } from './optimistic.js';

/** By message: what the server said last. */
const told = new WeakMap();

/** By ID: what was told of messages that are not loaded yet. */
const ahead = new Map();

document.addEventListener('parley:me', () => document.querySelectorAll('.message:has(.reactions)').forEach(draw));

/** Takes in a list as it comes when somebody has reacted. */
export function take(list) {
  const message = document.getElementById(list.id.replace('reactions-', 'message-'));
  if (message) tell(message, list);
  else ahead.set(list.id, list);
}

/** Takes in the list that a message has brought with it, or that came before it. */
export function takeFrom(message) {
  const brought = message.querySelector(':scope > .reactions:not([aria-live])');
  brought?.remove();
  const id = message.id.replace('message-', 'reactions-');
  for (const list of [brought, ahead.get(id)]) if (list) tell(message, list);
  ahead.delete(id);
}

/** A message that is sent anew comes without its reactions. */
export function inherit(message, before) {
  if (!told.has(before)) return;
  told.set(message, told.get(before));
  draw(message);
}

function tell(message, list) {
  const revision = Number(list.dataset.revision);
  const before = told.get(message);
  if (before?.revision >= revision) return;
  told.set(message, { revision, reactions: new Map([...list.children].map(item => read(item, before))) });
  draw(message);
}

/** Of many who gave it news name only the last: those known from before are taken to be still among them. */
function read({ dataset: { emoji, by }, lastElementChild }, before) {
  const count = Number(lastElementChild.textContent);
  const named = by.split(' ');
  const known = named.length < count ? before?.reactions.get(emoji)?.by ?? [] : [];
  return [emoji, { count, by: new Set([...known, ...named]) }];
}

/** Shows what the server said, and over it what is not answered yet. */
export function draw(message) {
  for (const { dataset: { emoji } } of choices()) {
    const { count, isIn } = ofServer(message, emoji);
    show(message, emoji, count, isIn);
  }
  cover(message.id);
}

/** Whether one gave it, as the page shows it. */
export function given(message, emoji) {
  return chip(message, emoji)?.ariaPressed === 'true';
}

/** Shows what one wishes to have given, or not. */
export function wish(message, emoji, wished) {
  const { count, isIn } = ofServer(message, emoji);
  show(message, emoji, count + (wished - isIn), wished);
}

/** The server has said that one is not among them any more, but not by name. */
export function leave(message, emoji) {
  told.get(message)?.reactions.get(emoji)?.by.delete(me());
  draw(message);
}

function ofServer(message, emoji) {
  const { count, by } = told.get(message)?.reactions.get(emoji) ?? { count: 0, by: new Set() };
  return { count, isIn: by.has(me()) };
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
