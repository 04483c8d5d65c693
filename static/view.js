const NEAR = 60;

/** The part of the log that is in sight: follows the newest at the end, stands still everywhere else. */
export class View {
  following = true;
  #log;
  #button;

  constructor(log, button) {
    this.#log = log;
    this.#button = button;
    log.addEventListener('scroll', () => this.#look(), { passive: true });
    log.addEventListener('parley:message', ({ target }) => this.#announce(target));
    button.addEventListener('click', () => this.#jump());
  }

  /** Makes a change to the messages without moving what is being read. */
  keep(change) {
    const anchor = this.following ? null : this.#firstInSight();
    const before = anchor && top(anchor.id);
    change();
    if (this.following) this.toEnd();
    else if (anchor) this.#log.scrollTop += top(anchor.id) - before;
  }

  /** The log grows upwards (column-reverse): its end is position 0, and what is older is negative. */
  toEnd() {
    this.#log.scrollTop = 0;
    this.#look();
  }

  #look() {
    this.following = -this.#log.scrollTop < NEAR;
    if (this.following) this.#button.hidden = true;
  }

  #announce(message) {
    if (!this.following && !message.matches('.mine')) this.#button.hidden = false;
  }

  /** Hidden, a focused button would drop the keyboard out of the page. */
  #jump() {
    if (document.activeElement === this.#button) this.#log.focus({ preventScroll: true });
    this.toEnd();
  }

  #firstInSight() {
    const edge = this.#log.getBoundingClientRect().top;
    return [...this.#log.querySelectorAll('.message')].find(message => message.getBoundingClientRect().bottom > edge);
  }
}

function top(id) {
  return document.getElementById(id)?.getBoundingClientRect().top ?? 0;
}
