import { session } from './my-session.js';
import { patience, pause } from './patience.js';

const SILENCE = 30_000;
const STABLE = 5_000;
const POLL = 2_000;
const PIECES_EVERY = 5;
const POLLING_AFTER = 1_500;
const POLLING_AFTER_STREAM = 10_000;
const RELOAD = 4410;
const RELOAD_PAUSE = 10_000;

/**
 * Keeps the page in step with the room: a stream that resumes where it broke off, and polling where no stream gets through.
 * `page` takes what comes: feed(html), piece(html), own() when the session's own pieces may have changed, status(word).
 *
 * Tells, as events of the document, `parley:live` when the server is there, or there again, and `parley:reload` before it loads the
 * page anew.
 */
export class Live {
  #address;
  #cursor;
  #page;
  #socket = null;
  #liveSince = null;
  #heard = 0;
  #aloneSince = Date.now();
  #pollingAfter = POLLING_AFTER;
  #polling = null;
  #reachable = true;
  #retry;
  #silence;

  constructor(room, cursor, page) {
    this.#address = `/rooms/${room}`;
    this.#cursor = cursor;
    this.#page = page;
  }

  async start() {
    await session.ready;
    addEventListener('online', () => this.#connect());
    addEventListener('offline', () => this.#lost());
    addEventListener('pagehide', () => this.#leave());
    addEventListener('pageshow', ({ persisted }) => persisted && this.#connect());
    document.addEventListener('visibilitychange', () => document.hidden || this.#wake());
    this.#connect();
  }

  #connect() {
    this.#hangUp();
    const address = `${location.origin.replace(/^http/, 'ws')}${this.#address}/live?after=${this.#cursor}`;
    this.#socket = session.open(address);
    this.#socket.onmessage = ({ data }) => this.#receive(data);
    this.#socket.onclose = ({ code }) => this.#lost(code);
    this.#listen();
  }

  /** A connection that died without a word looks open for ever: only the server's heartbeat tells. */
  #listen() {
    this.#heard = Date.now();
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => this.#lost(), SILENCE);
  }

  #receive(frame) {
    this.#listen();
    const end = frame.indexOf('\n');
    const [word, cursor] = frame.slice(0, end).split(' ');
    const html = frame.slice(end + 1);
    if (word === 'feed') this.#feed(html, cursor);
    else if (word === 'piece') this.#page.piece(html);
    else if (word === 'reload') this.#reload();
  }

  #feed(html, cursor) {
    this.#page.feed(html);
    this.#cursor = cursor;
    if (this.#liveSince) return;
    this.#liveSince = Date.now();
    this.#pollingAfter = POLLING_AFTER_STREAM;
    this.#stopPolling();
    this.#page.status('Live');
    this.#fetchOwn(this.#socket);
    this.#tell('live');
  }

  /** A stream without them is not in step. */
  #fetchOwn(socket) {
    this.#page.own().catch(() => socket === this.#socket && this.#lost());
  }

  /**
   * What never became live, or did not stay so, did not end the trouble: else a stream cut at once would be tried again at once.
   * Polling costs the server a read a tab, so where streams get through, the page waits longer for the next one.
   */
  #lost(code) {
    if (this.#liveSince && Date.now() - this.#liveSince > STABLE) this.#aloneSince = Date.now();
    this.#hangUp();
    if (code === RELOAD) return this.#reload();
    if (Date.now() - this.#aloneSince >= this.#pollingAfter) this.#startPolling();
    else this.#page.status(navigator.onLine ? 'Reconnecting' : 'Offline');
    this.#retry = setTimeout(() => session.ready.then(() => this.#connect()), patience(this.#aloneSince));
  }

  /** Timers sleep when the computer does. */
  #wake() {
    const open = this.#socket?.readyState <= WebSocket.OPEN;
    if (!open || Date.now() - this.#heard > SILENCE) this.#connect();
  }

  /** An open stream would keep the page out of the browser's back-forward cache. */
  #leave() {
    this.#stopPolling();
    this.#hangUp();
  }

  #hangUp() {
    clearTimeout(this.#retry);
    clearTimeout(this.#silence);
    this.#liveSince = null;
    if (!this.#socket) return;
    this.#socket.onmessage = this.#socket.onclose = null;
    this.#socket.close();
    this.#socket = null;
  }

  async #startPolling() {
    if (this.#polling) return;
    const { signal } = this.#polling = new AbortController();
    for (let round = 1; !signal.aborted; round++) {
      await this.#poll(signal, round).catch(() => this.#unreachable(signal));
      await pause(POLL);
    }
  }

  #stopPolling() {
    this.#polling?.abort();
    this.#polling = null;
  }

  async #poll(signal, round) {
    const response = await this.#get(`/feed?after=${this.#cursor}`, signal);
    if (response.status === 410) return this.#reload();
    if (!response.ok) throw new Error(response.statusText);
    this.#page.feed(await response.text());
    this.#cursor = response.headers.get('Cursor');
    if (this.#reachable) this.#page.status('Polling');
    else this.#reached();
    if (round % PIECES_EVERY !== 1) return;
    this.#page.piece(await (await this.#get('/pieces', signal)).text());
    await this.#page.own();
  }

  #reached() {
    this.#reachable = true;
    this.#connect();
    this.#tell('live');
  }

  #get(path, signal) {
    return session.fetch(this.#address + path, { signal });
  }

  #unreachable(signal) {
    if (signal.aborted) return;
    this.#reachable = false;
    this.#page.status(navigator.onLine ? 'Reconnecting' : 'Offline');
  }

  /** Should the new page be told to reload as well, it waits; the history entry remembers where storage may not. */
  #reload() {
    this.#leave();
    this.#page.status('Reconnecting');
    const wait = Math.max(0, (history.state?.reloaded ?? 0) + RELOAD_PAUSE - Date.now());
    this.#retry = setTimeout(() => {
      history.replaceState({ reloaded: Date.now() }, '');
      this.#tell('reload');
      location.reload();
    }, wait);
  }

  #tell(what) {
    document.dispatchEvent(new CustomEvent(`parley:${what}`));
  }
}
