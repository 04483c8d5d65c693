// Keep the name, sign in, sign out: what the buttons of #account do.
import { find, forget, make, usability } from './credentials.js';
import { session } from './my-session.js';
import { reason, tell } from './problem.js';

const page = document.documentElement;
const doing = { keep, 'sign-in': signIn, 'sign-out': signOut };
let busy = false;

page.dataset.passkeys = usability();

document.addEventListener('click', ({ target }) => {
  const button = target.closest('[data-account]');
  if (button && !busy) act(button.dataset.account);
});

async function act(what) {
  busy = true;
  tell(account(), '');
  await doing[what]().catch(error => tell(account(), words(error)));
  busy = false;
}

async function keep() {
  const passkey = await make(await ask('/passkeys/creation-options'));
  await submit('POST', '/passkeys', { passkey: JSON.stringify(passkey) });
}

/** The page is loaded anew as that person, whatever it showed of the other. */
async function signIn() {
  const bring = account().querySelector('[name=bring]').checked;
  const options = await ask('/passkeys/request-options');
  const passkey = await find(options);
  await submit('PUT', '/session/user', { passkey: JSON.stringify(passkey), bring }).catch(error => {
    if (error.status === 404) forget(options.rpId, passkey.id);
    throw error;
  });
  location.reload();
}

async function signOut() {
  await answered(await session.end());
}

async function ask(path) {
  const response = await session.fetch(path, { method: 'POST' });
  return (await answered(response)).json();
}

async function submit(method, path, fields) {
  return answered(await session.refresh(headers => fetch(path, { method, headers, body: new URLSearchParams(fields) })));
}

async function answered(response) {
  if (response.ok) return response;
  throw Object.assign(new Error(reason({ responseText: await response.text() })), { status: response.status });
}

/** Whoever closes the browser's dialogue wants nothing, and is told nothing. */
function words({ name, message }) {
  switch (name) {
    case 'AbortError':
    case 'NotAllowedError': return '';
    case 'InvalidStateError': return 'This device or key keeps your name already.';
    case 'Error': return message;
    case 'TypeError': return 'No answer from the server. Try again.';
    default: return `Your browser could not do that: ${message}`;
  }
}

function account() {
  return document.querySelector('#account');
}
