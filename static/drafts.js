import { session } from './my-session.js';
import { tab } from './storage.js';

const PAUSE = 700;
const RETRY = 5_000;

/**
 * What is typed and not sent in a room. The server keeps it, and until it does, the tab; and again when the server tells the tab to
 * reload, as it may have lost it. `show(text)` is called when another tab of the session has changed it.
 */
export class Draft {
  #room;
  #store;
  #kept;
  #version;
  #show;
  #unsaved;
  #timer;
  #isSaving = false;

  constructor(room, { body, version }, show) {
    this.#room = room;
    this.#store = `parley.draft.${room}`;
    this.#kept = body;
    this.#version = version;
    this.#show = show;
    const lost = this.#lost();
    this.#unsaved = tab.get(this.#store) ?? lost;
  }

  open() {
    document.addEventListener('parley:piece', ({ target }) => target.id === 'drafts' && this.#follow());
    document.addEventListener('visibilitychange', () => document.hidden && this.#save());
    document.addEventListener('parley:reload', () => this.#remember());
    addEventListener('pagehide', () => this.#leave());
    addEventListener('pageshow', () => this.#save());
    this.#save();
    this.#follow();
  }

  get text() {
    return this.#unsaved ?? this.#kept;
  }

  /** A text that was sent is none any more, at once. */
  change(text) {
    this.#unsaved = text;
    tab.set(this.#store, text);
    clearTimeout(this.#timer);
    if (text) this.#timer = setTimeout(() => this.#save(), PAUSE);
    else this.#save();
  }

  async #save() {
    clearTimeout(this.#timer);
    if (this.#unsaved === null || this.#isSaving) return;
    const text = this.#unsaved;
    this.#isSaving = true;
    const answer = text === this.#kept ? null : await this.#put(text).catch(() => ({ status: 503 }));
    this.#isSaving = false;
    if (answer && !answer.ok) return this.#failed(answer, text);
    this.#kept = text;
    this.#version = Number(answer?.headers.get('Draft-Version') ?? this.#version);
    if (this.#unsaved !== text) return this.#save();
    this.#forget();
    this.#follow();
  }

  /** What the server refuses stays in the tab, until it is changed. What it has now is not known. */
  #failed({ status }, text) {
    this.#kept = null;
    if (this.#unsaved !== text) this.#save();
    else if (status >= 500) this.#timer = setTimeout(() => this.#save(), RETRY);
  }

  #forget() {
    this.#unsaved = null;
    tab.remove(this.#store);
  }

  #remember() {
    tab.set(`${this.#store}.known`, JSON.stringify({ body: this.#kept, version: this.#version }));
  }

  /** What the server had before the reload, if it has only something older now: its database was wiped or restored. */
  #lost() {
    const known = JSON.parse(tab.get(`${this.#store}.known`));
    tab.remove(`${this.#store}.known`);
    return known?.version > this.#version ? known.body : null;
  }

  /** The page does not live to hear the answer: the tab keeps the text as well. */
  #leave() {
    if (this.#unsaved !== null) this.#put(this.#unsaved, { keepalive: true }).catch(() => {});
  }

  #put(body, options) {
    return session.fetch(`/rooms/${this.#room}/draft`, { method: 'PUT', body: new URLSearchParams({ body }), ...options });
  }

  /** Not under the hands of who is typing: what they type comes later, and counts. */
  #follow() {
    const told = document.querySelector(`#drafts [data-room="${this.#room}"]`);
    if (!told || this.#unsaved !== null || Number(told.dataset.version) <= this.#version) return;
    this.#kept = told.textContent;
    this.#version = Number(told.dataset.version);
    this.#show(this.#kept);
  }
}
