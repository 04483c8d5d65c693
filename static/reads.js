import { isPending } from './message.js';
import { session } from './my-session.js';
import { number, previous } from './rows.js';

const SOON = 1_500;
const SELDOM = 30_000;
const EACH = 10;
const A_LINE = 20;

/**
 * How far the room is read. The server is told soon, but then not of each message, and later where many read: one message must not be
 * answered by ten thousand requests at once. A line marks what was new when the room was opened, or the tab looked at again.
 */
export class Reading {
  #log;
  #room;
  #history;
  #line = line();
  #new = null;
  #kept = null;
  #seen = 0;
  #told = 0;
  #timer = null;

  constructor(log) {
    this.#log = log;
    this.#room = log.dataset.room;
    this.#history = log.querySelector('.history');
  }

  open() {
    document.addEventListener('parley:piece', ({ target }) => target.id === 'reads' && this.#hear(target));
    document.addEventListener('visibilitychange', () => document.hidden ? this.#tell() : this.#comeBack());
    addEventListener('pagehide', () => this.#tell());
    this.#log.addEventListener('scroll', () => this.#look(), { passive: true });
    new MutationObserver(() => this.#changed()).observe(this.#history, { childList: true });
    this.#look();
  }

  #hear(reads) {
    const read = reads.querySelector(`[data-room="${this.#room}"]`);
    const opens = this.#kept === null;
    this.#kept = Math.max(this.#kept, read?.dataset.posted ?? 0);
    if (opens) this.#markNew(this.#kept);
  }

  #comeBack() {
    if (this.#kept !== null) this.#markNew(Math.max(this.#kept, this.#seen));
  }

  /** What came meanwhile is new. What comes before one's eyes is not. */
  #markNew(after) {
    this.#new = { after, upTo: this.#newest };
    this.#changed();
  }

  #changed() {
    this.#draw();
    this.#look();
  }

  #draw() {
    const first = this.#new?.after && this.#firstNew();
    if (!first) return this.#line.remove();
    const day = first.previousElementSibling;
    const below = day?.matches('.day') ? day : first;
    if (below.previousElementSibling !== this.#line) below.before(this.#line);
  }

  /** Whoever never read the room has nothing new in it, and where the old ends is unknown while it is not loaded. */
  #firstNew() {
    let first = null;
    let message = this.#last();
    for (; message && number(message) > this.#new.after; message = previous(message)) {
      if (number(message) <= this.#new.upTo && !message.matches('.mine')) first = message;
    }
    return message || this.#log.dataset.older !== 'true' ? first : null;
  }

  #look() {
    if (document.hidden) return;
    this.#seen = Math.max(this.#seen, this.#newestInSight());
    if (this.#kept !== null && this.#seen > this.#kept) this.#timer ??= setTimeout(() => this.#tell(), this.#pause());
  }

  #pause() {
    return Math.max(SOON, this.#told + SELDOM - Date.now()) + Math.random() * people() * EACH;
  }

  #newestInSight() {
    const edge = this.#log.getBoundingClientRect().bottom - A_LINE;
    let message = this.#last();
    while (message && number(message) > this.#seen && message.getBoundingClientRect().top > edge) message = previous(message);
    return message ? number(message) : 0;
  }

  get #newest() {
    const last = this.#last();
    return last ? number(last) : 0;
  }

  /** The newest that has a number. */
  #last() {
    let message = this.#history.lastElementChild;
    while (message && (!message.matches('.message') || isPending(message))) message = message.previousElementSibling;
    return message;
  }

  async #tell() {
    clearTimeout(this.#timer);
    this.#timer = null;
    const before = this.#kept;
    if (before === null || this.#seen <= before) return;
    this.#kept = this.#seen;
    this.#told = Date.now();
    const body = new URLSearchParams({ posted: this.#seen });
    const answer = await session.fetch(`/rooms/${this.#room}/read`, { method: 'PUT', body, keepalive: true }).catch(() => null);
    if (!answer?.ok) this.#kept = before;
  }
}

function people() {
  const more = document.querySelector('#people .more')?.textContent.match(/\d+/)?.[0] ?? 0;
  return document.querySelectorAll('#people [data-user]').length + Number(more);
}

function line() {
  const made = document.createElement('p');
  made.className = 'unread';
  made.role = 'separator';
  made.ariaLabel = 'New messages';
  made.textContent = 'New';
  return made;
}
