// Your sessions. The list is a live piece, and the answer to what its buttons ask for; below it is the way to another device.
import { tellTimes } from './times.js';

const GOOD_FOR = 5 * 60_000;

const closed = document.querySelector('#move')?.cloneNode(true);
let listed = 0;
let late;

document.addEventListener('htmx:afterSwap', ({ detail }) => {
  if (!['your-sessions', 'move'].includes(detail.target.id)) return;
  const part = document.getElementById(detail.target.id);
  tellTimes(part);
  if (document.activeElement === document.body && part.closest('[open]')) part.focus();
  if (part.id === 'move') open();
});
document.addEventListener('parley:piece', ({ target }) => target.id === 'your-sessions' && arrived());
document.querySelector('#sessions')?.addEventListener('close', close);

/** What is shown of the way is taken away once it has been used, or is too late, so that nobody tries it in vain. */
function open() {
  listed = sessions();
  clearTimeout(late);
  late = setTimeout(close, GOOD_FOR);
}

function arrived() {
  if (listed && sessions() > listed) close();
}

function close() {
  if (!listed) return;
  listed = 0;
  clearTimeout(late);
  const move = closed.cloneNode(true);
  document.querySelector('#move').replaceWith(move);
  htmx.process(move);
}

function sessions() {
  return document.querySelectorAll('#your-sessions li').length;
}
