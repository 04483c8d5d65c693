// "Your name" is yours everywhere at once. What the server will not have goes back to the name that it knows.
import { parse } from './fragments.js';
import { callMe } from './names.js';
import { cover, optimistic } from './optimistic.js';

document.addEventListener('change', ({ target }) => target.id === 'name' && rename(target));
document.addEventListener('keydown', ({ target, key }) => target.id === 'name' && key === 'Escape' && restore(target));
document.addEventListener('parley:piece', ({ target }) => target.id === 'session-name' && settle(field().defaultValue));
document.addEventListener('parley:me', () => field() && settle(field().defaultValue));

function rename(input) {
  const name = input.value;
  optimistic('name', {
    show: () => name.trim() && callMe(name.trim()),
    ask: () => ({ method: 'PUT', path: '/user', source: field(), values: { name } }),
    replace: html => keep(parse(html)[0].querySelector('#name').value, name),
    takeBack: () => takeBack(name),
  });
}

/** What was typed since stays to be sent. */
function keep(name, typed) {
  const input = field();
  if ([typed, input.defaultValue].includes(input.value)) input.value = name;
  input.defaultValue = name;
  settle(name);
}

function takeBack(typed) {
  const input = field();
  if (input.value === typed) restore(input);
  settle(input.defaultValue);
}

function settle(name) {
  callMe(name);
  cover('name');
}

function restore(input) {
  input.value = input.defaultValue;
  if (input === document.activeElement) input.select();
}

/** Looked for anew each time: the piece that it is in may have been replaced. */
function field() {
  return document.querySelector('#name');
}
