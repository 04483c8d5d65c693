import { Draft } from './drafts.js';
import { draftKey } from './random.js';
import { Outbox } from './outbox.js';

let box = null;
let early = '';

document.addEventListener('keydown', event => isStray(event) && (box ? box.focus() : early += event.key));

/** The message box. Its draft outlives a reload; its key makes a draft one message, however often it is sent. */
export class Composer {
  #form;
  #box;
  #key;
  #problem;
  #draft;
  #outbox;

  constructor(element, room, feed) {
    this.#form = element.querySelector('form');
    this.#box = this.#form.elements.body;
    this.#key = this.#form.elements.key;
    this.#problem = element.querySelector('#composer-problem');
    this.#draft = new Draft(room, { body: this.#box.defaultValue, version: Number(this.#box.dataset.version) }, text => this.#write(text));
    this.#outbox = new Outbox(feed, room, element.querySelector('template'), (...refusal) => this.#takeBack(...refusal));
  }

  open() {
    this.#form.addEventListener('submit', event => this.#submit(event));
    this.#box.addEventListener('keydown', event => this.#press(event));
    this.#box.addEventListener('input', () => this.#edited());
    this.#write(this.#draft.text);
    this.#draft.open();
    this.#takeOver();
    this.#outbox.resume();
  }

  /** What was typed before the box was there. */
  #takeOver() {
    box = this.#box;
    if (!early) return;
    box.focus();
    this.#write(box.value + early);
    this.#edited();
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
    this.#draft.change('');
  }

  /** A fresh key a draft: this text is another message than the one before. */
  #write(text) {
    this.#box.value = text;
    this.#key.value = draftKey();
    this.#problem.textContent = '';
    fit(this.#box);
  }

  #edited() {
    this.#problem.textContent = '';
    this.#draft.change(this.#box.value);
    fit(this.#box);
  }

  #takeBack(text, reason) {
    if (this.#box.value) return false;
    this.#write(text);
    this.#draft.change(text);
    this.#problem.textContent = reason;
    return true;
  }
}

/** Whoever types while nothing has the focus means the box. */
function isStray({ target, key, ctrlKey, metaKey, altKey }) {
  return target === document.body && key.length === 1 && key !== ' ' && !ctrlKey && !metaKey && !altKey;
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
