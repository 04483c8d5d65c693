import { random } from './random.js';
import { Outbox } from './outbox.js';
import { tab } from './storage.js';

/** The message box. Its draft outlives a reload; its key makes a draft one message, however often it is sent. */
export class Composer {
  #form;
  #box;
  #key;
  #problem;
  #store;
  #outbox;

  constructor(element, room, feed) {
    this.#form = element.querySelector('form');
    this.#box = this.#form.elements.body;
    this.#key = this.#form.elements.key;
    this.#problem = element.querySelector('#composer-problem');
    this.#store = `parley.draft.${room}`;
    this.#outbox = new Outbox(feed, room, element.querySelector('template'), (...refusal) => this.#takeBack(...refusal));
  }

  open() {
    this.#form.addEventListener('submit', event => this.#submit(event));
    this.#box.addEventListener('keydown', event => this.#press(event));
    this.#box.addEventListener('input', () => this.#edited());
    document.addEventListener('keydown', event => this.#startTyping(event));
    this.#write(tab.get(this.#store) ?? '');
    this.#outbox.resume();
  }

  #press(event) {
    if (event.key !== 'Enter' || event.shiftKey || isComposing(event)) return;
    event.preventDefault();
    this.#form.requestSubmit();
  }

  #submit(event) {
    event.preventDefault();
    const text = this.#box.value.trim();
    if (text) this.#send(text);
    this.#box.focus();
  }

  #send(text) {
    this.#outbox.send(this.#key.value, text);
    this.#write('');
  }

  /** A fresh key a draft: this text is another message than the one before. */
  #write(text) {
    this.#box.value = text;
    this.#key.value = random(16);
    this.#edited();
  }

  #edited() {
    this.#problem.textContent = '';
    tab.set(this.#store, this.#box.value);
    fit(this.#box);
  }

  #takeBack(text, reason) {
    if (this.#box.value) return false;
    this.#write(text);
    this.#problem.textContent = reason;
    return true;
  }

  /** Whoever types while nothing has the focus means the box. */
  #startTyping({ target, key, ctrlKey, metaKey, altKey }) {
    if (target === document.body && key.length === 1 && key !== ' ' && !ctrlKey && !metaKey && !altKey) this.#box.focus();
  }
}

/** Enter that ends an input method's composition is not meant for us. Safari tells by the code 229 only. */
function isComposing(event) {
  return event.isComposing || event.keyCode === 229;
}

function fit(box) {
  if (CSS.supports('field-sizing', 'content')) return;
  box.style.height = 'auto';
  box.style.height = `${box.scrollHeight}px`;
}
