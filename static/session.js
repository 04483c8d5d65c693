import { insist, pause } from './patience.js';
import { random } from './random.js';
import { tab } from './storage.js';
import { TabName } from './tab-name.js';

const HEADER = 'Session-Id';
const NEXT_HEADER = 'Next-Session-Id';
const ID = /^[\w-]{43,128}$/;

/** What the storage says in place of an ID while somebody signs out, so that the other tabs that share it know. */
const OVER = 'over';

/** So many milliseconds the word of another tab may take, which comes by another way than the server's: in a browser that is busy, late. */
const WORD = { own: 250, shared: 2_000 };

/** The close codes of the stream of a session that is over. */
const ENDED = 4401;
const SIGNED_OUT = 4402;

/**
 * Who this tab is to the server: an ID in a storage, sent with every request. The ID is a secret, so it is never in an address.
 *
 * Tells, as events, that the tab is somebody else from now on, and its page shows what is not theirs: `change` when another tab that
 * shares the storage has changed it, `ended` when the session was ended on the server and this is a new one, `over` after signing out.
 */
export class Session extends EventTarget {
  #storage;
  #key;
  #make;
  #name;
  #id = null;
  #begun = null;
  #changing = null;
  #recovering = null;

  /**
   * @param storage `get(key)`, `set(key, value)`, `remove(key)`, `subscribe(key, listener)`; `isShared` if other tabs use it too
   * @param key under which the ID is there
   * @param generate makes an ID: 43 to 128 characters of base64url
   * @param issue whether the server makes it instead
   */
  constructor({ storage = tab, key = 'session', generate = () => random(32), issue = false } = {}) {
    super();
    this.#storage = storage;
    this.#key = key;
    this.#make = issue ? issued : generate;
    this.#name = new TabName(`${key}.tab`);
  }

  /** To be awaited before anything is sent: only then a duplicated tab is somebody of its own. */
  get ready() {
    return this.#begun ??= this.#begin();
  }

  get headers() {
    return { [HEADER]: this.#id };
  }

  /** The same for a stream, where a page can set no header. */
  get protocols() {
    return ['parley.1', `session.${this.#id}`];
  }

  /** As the browser's `fetch`. If the session turns out to have been ended, the same is asked once more by the new one. */
  async fetch(path, init = {}) {
    await this.ready;
    const asking = this.#id;
    const answer = await this.#send(path, init);
    if (answer.status !== 401) return answer;
    await this.#recover(asking);
    await this.ready;
    return this.#send(path, init);
  }

  /** Opens a stream; to be called when `ready`. */
  open(address) {
    const asking = this.#id;
    const socket = new WebSocket(address, this.protocols);
    socket.addEventListener('close', ({ code }) => {
      if (code === ENDED) this.#recover(asking);
      else if (code === SIGNED_OUT) this.#follow(asking);
    });
    return socket;
  }

  /**
   * Exchanges the ID while something else is done, such as signing in: `send(headers)` makes the request, with both IDs in its
   * headers. Should its answer be lost, the next ID is in the storage, and found there when the old one turns out to be dead.
   */
  async refresh(send) {
    await this.ready;
    return this.#change(async () => {
      const next = this.#storage.get(this.#next) ?? await this.#make();
      this.#storage.set(this.#next, next);
      const answer = await send({ ...this.headers, [NEXT_HEADER]: next });
      if (answer.ok) this.#become(next);
      if (answer.status < 500) this.#storage.remove(this.#next);
      return answer;
    });
  }

  /** Signs out: the session is ended on the server, and forgotten here and in all tabs that share the storage. */
  async end() {
    await this.ready;
    return this.#change(async () => {
      this.#storage.set(this.#next, OVER);
      const answer = await this.#send('/session', { method: 'DELETE' }).finally(() => this.#storage.remove(this.#next));
      if (answer.ok || answer.status === 401) this.#signOut();
      return answer;
    });
  }

  /** Lets htmx send the ID, and nothing before there is one. */
  accompanyHtmx() {
    document.addEventListener('htmx:confirm', event => this.#id || this.#hold(event));
    document.addEventListener('htmx:configRequest', ({ detail }) => Object.assign(detail.headers, this.headers));
    document.addEventListener('htmx:beforeOnLoad', event => event.detail.xhr.status === 401 && event.preventDefault());
    document.addEventListener('htmx:afterRequest', ({ detail: { xhr, requestConfig } }) => {
      if (xhr.status === 401) this.#recover(requestConfig.headers[HEADER]);
    });
  }

  async #begin() {
    const isAlone = await this.#name.take();
    const id = this.#stored();
    if (!id) this.#become(await this.#make());
    else if (isAlone) this.#id = id;
    else await this.#leaveTheOther(id);
    this.#storage.subscribe(this.#key, id => this.#heard(id));
    addEventListener('pageshow', ({ persisted }) => persisted && this.#heard(this.#stored()));
  }

  /** This tab is a duplicate. Where all tabs are one session, that remains so. */
  async #leaveTheOther(id) {
    if (!this.#storage.isShared) return this.#fork(id);
    tab.remove(this.#key);
    await this.#name.renew();
    this.#id = id;
  }

  /** Goes on as another session with a copy of what that one has; if that is over meanwhile, simply as another. */
  async #fork(id) {
    const next = await this.#make();
    const headers = { [HEADER]: id, [NEXT_HEADER]: next };
    const answer = await insist(() => fetch('/session/fork', { method: 'POST', headers }));
    this.#become(next);
    this.#storage.remove(this.#next);
    await this.#name.renew();
    if (answer.status === 401) this.#tell('ended');
  }

  /** Another tab has changed the storage, or this page was away while its tab did. What the page still sends is of the old one. */
  async #heard(id) {
    if (id === this.#id || this.#id === null) return;
    if (id === OVER) return this.#forget();
    if (!id) await this.#fork(this.#id);
    this.#tell('change');
  }

  /** That ID is dead. Perhaps it was exchanged meanwhile, here or in another tab; if not, this tab is somebody new. */
  async #recover(dead) {
    await this.#changing?.catch(() => {});
    if (this.#id === dead) await (this.#recovering ??= this.#replace(dead).finally(() => { this.#recovering = null; }));
  }

  async #replace(dead) {
    await pause(this.#storage.isShared ? WORD.shared : WORD.own);
    if (this.#id !== dead) return;
    const next = [this.#stored(), this.#storage.get(this.#next)].find(id => id && id !== dead);
    if (next === OVER || this.#isTakenAway(dead)) return this.#forget();
    if (!next) this.#storage.remove(this.#key);
    this.#become(next ?? await this.#make());
    this.#storage.remove(this.#next);
    this.#tell(next ? 'change' : 'ended');
  }

  /** A dead ID that is gone from where all tabs had it: somebody has signed out, and their word is late. */
  #isTakenAway(dead) {
    return !this.#storage.isShared && this.#stored() !== dead;
  }

  /** This session has signed out: in another tab, or here and the answer was lost. */
  async #follow(over) {
    await this.#changing?.catch(() => {});
    if (this.#id === over) this.#signOut();
  }

  /** Waits for nobody, but lets `recover` wait: the old ID dies before the answer is here. */
  #change(work) {
    return this.#changing = work().finally(() => { this.#changing = null; });
  }

  #signOut() {
    this.#storage.set(this.#key, OVER);
    this.#storage.remove(this.#key);
    this.#forget();
  }

  /** Nothing is sent any more. */
  #forget() {
    this.#id = null;
    this.#begun = new Promise(() => {});
    this.#storage.remove(this.#next);
    this.#tell('over');
  }

  #hold(event) {
    event.preventDefault();
    this.ready.then(() => event.detail.issueRequest());
  }

  #become(id) {
    this.#id = id;
    this.#storage.set(this.#key, id);
  }

  #send(path, init) {
    return fetch(path, { ...init, headers: { ...init.headers, ...this.headers } });
  }

  #tell(what) {
    this.dispatchEvent(new Event(what));
  }

  #stored() {
    return this.#storage.get(this.#key)?.match(ID)?.[0] ?? null;
  }

  get #next() {
    return `${this.#key}.next`;
  }
}

async function issued() {
  const answer = await insist(() => fetch('/session', { method: 'POST' }));
  return answer.headers.get(HEADER);
}
