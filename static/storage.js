// Where a tab keeps things. Browsers may forbid it, or be full: then memory serves, for the life of the page.

class WebStorage {
  isShared;
  #open;
  #memory = new Map();

  /** @param open returns the browser's object, or throws */
  constructor(open, isShared) {
    this.#open = open;
    this.isShared = isShared;
  }

  get(key) {
    if (this.#memory.has(key)) return this.#memory.get(key);
    try {
      return this.#open().getItem(key);
    } catch {
      return null;
    }
  }

  set(key, value) {
    try {
      this.#open().setItem(key, value);
      this.#memory.delete(key);
    } catch {
      this.#memory.set(key, value);
      document.dispatchEvent(new CustomEvent('storage:refused'));
    }
  }

  remove(key) {
    this.#memory.delete(key);
    try {
      this.#open().removeItem(key);
    } catch {
      // Then it is not there either.
    }
  }

  /** Calls the listener when another tab has changed the value, with what it is now: null if it is gone. */
  subscribe(key, listener) {
    addEventListener('storage', event => {
      if (event.storageArea === this.#opened() && (event.key === key || event.key === null)) listener(event.newValue);
    });
  }

  /** Leaves nothing, and lets nothing in any more: what is still going on in the page may want to keep something. */
  close() {
    const storage = this.#opened();
    this.#memory.clear();
    storage?.clear();
    this.#open = () => ({ getItem: () => null, setItem() {}, removeItem() {}, clear() {} });
  }

  #opened() {
    try {
      return this.#open();
    } catch {
      return null;
    }
  }
}

/** This tab's own. A duplicated tab begins with a copy of it. */
export const tab = new WebStorage(() => sessionStorage, false);

/** The same in all tabs. */
export const browser = new WebStorage(() => localStorage, true);
