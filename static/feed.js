import { relabel } from './days.js';
import { parse } from './fragments.js';
import { dress } from './message.js';
import { rename } from './names.js';
import { fetchOwnReactions } from './own-reactions.js';
import { inherit, take } from './reactions.js';
import { arrange, number, previous, remove } from './rows.js';

const MOST = 500;

/** The messages on the page: each once, in the order of the room, however late and however often they come. */
export class Feed {
  #log;
  #history;
  #view;

  constructor(log, view) {
    this.#log = log;
    this.#history = log.querySelector('.history');
    this.#view = view;
    this.#messages().forEach(message => dress(message));
    this.#messages().forEach(message => arrange(message));
    this.#fetchOwnReactions(this.#messages());
    document.addEventListener('visibilitychange', relabel);
  }

  /** Puts fragments in: messages, reactions and renamings. */
  put(html) {
    this.keep(() => parse(html).forEach(fragment => this.#take(fragment)));
    if (this.#view.following) this.#forgetOldest();
  }

  /** Puts in what comes before everything that is here. Nobody wants it read aloud. */
  putOlder(html, older) {
    this.#log.ariaLive = 'off';
    const messages = parse(html);
    this.keep(() => messages.forEach(message => this.#insert(message)));
    this.#fetchOwnReactions(messages);
    this.#log.dataset.older = older;
    setTimeout(() => { this.#log.ariaLive = null; }, 1_000);
  }

  /** Shows a message that is on its way. */
  append(pending) {
    this.#insert(pending);
    this.#view.toEnd();
  }

  drop(pending) {
    this.keep(() => remove(pending));
  }

  /** Makes a change without moving what is being read. */
  keep(change) {
    this.#view.keep(change);
  }

  /** The number of the oldest message here. */
  get oldest() {
    return Number(this.#history.querySelector('.message:not([data-pending])')?.dataset.posted ?? Infinity);
  }

  async #fetchOwnReactions(messages) {
    const html = await fetchOwnReactions(this.#log.dataset.room, messages);
    if (html) this.put(html);
  }

  #take(fragment) {
    if (fragment.matches('article')) this.#place(fragment);
    else if (fragment.matches('.reactions')) take(fragment);
    else if (fragment.matches('[data-name-of]')) rename(fragment);
  }

  #place(message) {
    const known = document.getElementById(message.id);
    if (known && Number(known.dataset.revision) >= Number(message.dataset.revision)) return;
    if (known) inherit(message, known);
    if (known) remove(known);
    if (this.#isOutOfReach(message)) return;
    this.#insert(message);
    if (!known) this.#welcome(message);
  }

  /** It belongs to a part of the history that is not loaded yet, and comes with it. */
  #isOutOfReach(message) {
    return this.#log.dataset.older === 'true' && number(message) < this.oldest;
  }

  #insert(message) {
    dress(message);
    let after = null;
    let before = this.#messages().at(-1);
    for (; before && number(before) > number(message); before = previous(before)) after = before;
    this.#history.insertBefore(message, after);
    arrange(message);
    if (after) arrange(after);
  }

  #welcome(message) {
    message.classList.add('new');
    message.dispatchEvent(new CustomEvent('parley:message', { bubbles: true }));
  }

  /** A tab may stay open for months. */
  #forgetOldest() {
    const messages = this.#messages();
    if (messages.length <= MOST) return;
    messages.slice(0, messages.length - MOST / 2).forEach(message => remove(message));
    this.#log.dataset.older = 'true';
  }

  #messages() {
    return [...this.#history.querySelectorAll('.message')];
  }
}
