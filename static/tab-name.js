import { pause } from './patience.js';
import { random } from './random.js';
import { tab } from './storage.js';

/** So long the page before this one may take to leave, when a tab is reloaded. */
const PATIENCE = 1_000;

/**
 * What a tab goes by, to tell it from its duplicate: browsers copy the tab's storage, the name in it included, and say nothing. A
 * living page holds its name, so who finds it held is a duplicate. A reload, a reopened tab and one that crashed find it free.
 */
export class TabName {
  #key;
  #name;
  #claim = navigator.locks ? new Lock() : new Claim();

  constructor(key) {
    this.#key = key;
  }

  /** Tells whether this tab has it for itself; if not, it needs another. */
  take() {
    this.#name = tab.get(this.#key);
    addEventListener('pagehide', () => this.#claim.release());
    addEventListener('pageshow', ({ persisted }) => persisted && this.#hold());
    return this.#name ? this.#hold() : this.renew();
  }

  renew() {
    this.#name = random(9);
    tab.set(this.#key, this.#name);
    return this.#hold();
  }

  /** Where the browser forbids even this, it has no storage to copy either. */
  #hold() {
    return this.#claim.hold(`${this.#key}.${this.#name}`).catch(() => true);
  }
}

/** The browser lets go of a lock whatever becomes of its page. */
class Lock {
  #release = () => {};

  hold(name) {
    return new Promise(told => {
      const hold = () => {
        told(true);
        return new Promise(release => { this.#release = release; });
      };
      navigator.locks.request(name, { signal: AbortSignal.timeout(PATIENCE) }, hold).catch(({ name }) => told(name !== 'TimeoutError'));
    });
  }

  release() {
    this.#release();
  }
}

/** There are no locks on plain http: so who has the name answers for it. */
class Claim {
  #channel = null;

  async hold(name) {
    this.#channel = new BroadcastChannel(name);
    if (await this.#isAnswered() && await this.#isAnswered()) {
      this.release();
      return false;
    }
    this.#channel.onmessage = ({ data }) => data === 'whose?' && this.#channel.postMessage('mine');
    return true;
  }

  /** A page that is about to leave may answer once. */
  async #isAnswered() {
    const answer = new Promise(told => { this.#channel.onmessage = ({ data }) => data === 'mine' && told(true); });
    this.#channel.postMessage('whose?');
    await pause(PATIENCE / 4);
    return Promise.race([answer, false]);
  }

  release() {
    this.#channel?.close();
  }
}
