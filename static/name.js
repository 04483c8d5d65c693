// "Your name" is yours everywhere at once. If the server will not have it, everything goes back to the name that it knows; only the field
// keeps what was typed, to be corrected, or given up with Escape.
import { parse } from './fragments.js';
import { callMe } from './names.js';
import { cover, optimistic } from './optimistic.js';
import { tell } from './problem.js';

document.addEventListener('change', ({ target }) => target.id === 'name' && rename(target));
document.addEventListener('keydown', ({ target, key }) => target.id === 'name' && key === 'Escape' && giveUp(target));
document.addEventListener('parley:piece', ({ target }) => target.id === 'session-name' && settle(field().defaultValue));
document.addEventListener('parley:me', () => field() && settle(field().defaultValue));

function rename(input) {
  const name = input.value;
  input.ariaInvalid = null;
  optimistic('name', {
    show: () => name.trim() && callMe(name.trim()),
    ask: () => ({ method: 'PUT', path: '/user', source: field(), values: { name } }),
    replace: html => keep(parse(html)[0].querySelector('#name').value, name),
    takeBack: (_, answer) => takeBack(name, answer),
  });
}

/** What was typed since stays to be sent. */
function keep(name, typed) {
  const input = field();
  if ([typed, input.defaultValue].includes(input.value)) input.value = name;
  input.defaultValue = name;
  settle(name);
}

/** Without an answer nothing is wrong with it, and the same can be typed again. */
function takeBack(typed, answer) {
  const input = field();
  if (input.value === typed && answer?.status < 500) input.ariaInvalid = 'true';
  else if (input.value === typed) restore(input);
  settle(input.defaultValue);
}

function settle(name) {
  callMe(name);
  cover('name');
}

function giveUp(input) {
  input.ariaInvalid = null;
  tell(input, '');
  restore(input);
}

function restore(input) {
  input.value = input.defaultValue;
  if (input === document.activeElement) input.select();
}

/** Looked for anew each time: the piece that it is in may have been replaced. */
function field() {
  return document.querySelector('#name');
}
