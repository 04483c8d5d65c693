import { parse } from './fragments.js';
import { body, isPending } from './message.js';
import { optimistic } from './optimistic.js';
import { tab } from './storage.js';

const BLANK = 'AAAAAAAAAAAAAAAAAAAAAA';

/**
 * The messages on their way: shown at once, sent one after the other so that they stay in order, kept through a reload
 * until the server has them. What gets no answer is sent once more when the tab is live again. `refused(text, reason)` may take a
 * text back that the server will not have.
 */
export class Outbox {
  #feed;
  #path;
  #template;
  #store;
  #refused;

  constructor(feed, room, template, refused) {
    this.#feed = feed;
    this.#path = `/rooms/${room}/messages`;
    this.#template = template;
    this.#store = `parley.unsent.${room}`;
    this.#refused = refused;
    document.addEventListener('parley:live', () => this.#sendUnanswered());
    addEventListener('pagehide', () => this.#save());
  }

  /** Takes up what an earlier load of this tab left. */
  resume() {
    for (const { key, text, at, failure } of JSON.parse(tab.get(this.#store) ?? '[]')) {
      if (document.getElementById(`message-${key}`)) continue;
      const message = this.#show(key, text, at);
      if (failure) fail(message, failure);
      else this.#enqueue(message);
    }
  }

  send(key, text) {
    const message = this.#show(key, text, new Date().toISOString());
    this.#enqueue(message);
    this.#save();
  }

  #sendUnanswered() {
    document.querySelectorAll('.message.failed[data-unanswered]').forEach(message => this.#enqueue(message));
  }

  #show(key, text, at) {
    const [message, footer] = parse(this.#template.innerHTML.replaceAll(BLANK, key));
    message.classList.add('pending');
    Object.assign(message.dataset, { pending: '', posted: '', revision: '' });
    message.querySelector('.body').textContent = text;
    message.querySelector('time').dateTime = at;
    footer.addEventListener('click', ({ target }) => this.#decide(target.dataset.do, message));
    message.append(footer);
    this.#feed.append(message);
    return message;
  }

  #decide(what, message) {
    if (what === 'again') this.#enqueue(message);
    if (what === 'discard') this.#feed.drop(message);
    if (what) this.#save();
  }

  #enqueue(message) {
    optimistic(this.#path, {
      show: () => fail(message, ''),
      ask: () => this.#ask(message),
      replace: html => this.#feed.put(html),
      takeBack: (reason, answer) => message.isConnected && this.#failed(message, reason, answer?.status),
    }).finally(() => this.#save());
  }

  /** The key makes a second attempt safe: whatever became of the first, it is one message. */
  #ask(message) {
    const values = { key: message.id.replace('message-', ''), body: body(message) };
    return { method: 'POST', path: this.#path, source: message, values };
  }

  #failed(message, reason, status) {
    const isRefused = status >= 400 && status < 500;
    if (isRefused && this.#refused(body(message), reason)) return this.#feed.drop(message);
    message.toggleAttribute('data-unanswered', !isRefused);
    fail(message, `Not sent. ${reason}`);
  }

  #save() {
    const unsent = [...document.querySelectorAll('.message')].filter(isPending).map(message => ({
      key: message.id.replace('message-', ''),
      text: body(message),
      at: message.querySelector('time').dateTime,
      failure: 'unanswered' in message.dataset ? '' : message.querySelector('.reason').textContent,
    }));
    tab.set(this.#store, JSON.stringify(unsent));
  }
}

function fail(message, text) {
  message.classList.toggle('failed', Boolean(text));
  message.querySelector('.reason').textContent = text;
}
