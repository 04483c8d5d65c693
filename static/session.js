import { random } from './random.js';
import { read, write } from './storage.js';

const KEY = 'parley.session';
const id = stored() ?? fresh();

/** What every request of this tab carries. The ID is a secret: never in a URL. */
export const headers = { 'Session-Id': id };

/** The same for the stream, where a page can set no header. */
export const protocols = ['parley.1', `session.${id}`];

document.addEventListener('htmx:configRequest', ({ detail }) => Object.assign(detail.headers, headers));

function stored() {
  return read(KEY)?.match(/^[\w-]{43}$/)?.[0];
}

function fresh() {
  const made = random(32);
  write(KEY, made);
  return made;
}
