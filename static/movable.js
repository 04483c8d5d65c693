import { browser, tab } from './storage.js';

/**
 * A storage that can be moved while it is used: the tab's own, or the one that all tabs of the browser share.
 *
 * While the browser has the key, every tab goes by that, and what a tab had of its own under it sleeps. It wakes when the shared one
 * is taken back into a tab: the others are again who they were before. One that never was anybody else goes on as a copy of what was
 * shared (see `Session`). So nobody loses anything either way.
 */
export class Movable {
  #key;

  constructor(key) {
    this.#key = key;
  }

  get isShared() {
    return browser.get(this.#key) !== null;
  }

  get(key) {
    return this.#place.get(key);
  }

  set(key, value) {
    this.#place.set(key, value);
  }

  /** What sleeps goes too: it would wake. */
  remove(key) {
    browser.remove(key);
    tab.remove(key);
  }

  subscribe(key, listener) {
    browser.subscribe(key, value => listener(value ?? tab.get(key)));
  }

  share() {
    browser.set(this.#key, tab.get(this.#key));
    tab.remove(this.#key);
  }

  /** Takes it back, into this tab. */
  unshare() {
    tab.set(this.#key, browser.get(this.#key));
    browser.remove(this.#key);
  }

  get #place() {
    return this.isShared ? browser : tab;
  }
}
