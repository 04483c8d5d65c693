import { parse } from './fragments.js';
import { markYou } from './me.js';
import { session } from './my-session.js';
import { update } from './names.js';
import { tellTimes } from './times.js';

/** Replaces live pieces of the page, and marks in them what no template knows: who you are, where you are. */
export function putPieces(html) {
  for (const piece of parse(html)) {
    const old = document.getElementById(piece.id);
    if (old) replace(old, piece);
  }
}

function replace(old, piece) {
  const focused = old.contains(document.activeElement) && document.activeElement;
  update(piece);
  tellTimes(piece);
  piece.querySelectorAll('[data-user]').forEach(markYou);
  piece.querySelectorAll('a').forEach(markCurrent);
  if (piece.id === 'rooms') keepCurrent(old, piece);
  if (isBeingEdited(old) || old.isEqualNode(piece)) return;
  old.replaceWith(piece);
  htmx.process(piece);
  if (focused) (same(focused, piece) ?? piece).focus();
  piece.dispatchEvent(new CustomEvent('parley:piece', { bubbles: true }));
}

function same({ id, attributes: { href } }, piece) {
  return piece.querySelector(id ? `#${CSS.escape(id)}` : `[href="${CSS.escape(href?.value)}"]`);
}

/** What somebody is typing, or has to correct, is not taken from under their hands; what it says is sent when they are done. */
function isBeingEdited(element) {
  if (element.querySelector('[aria-invalid="true"]')) return true;
  const field = document.activeElement;
  return element.contains(field) && field.defaultValue !== undefined && field.value !== field.defaultValue;
}

function markCurrent(link) {
  if (link.getAttribute('href') === location.pathname) link.ariaCurrent = 'page';
}

/** The list names the newest rooms: the one that is open stays in it. */
function keepCurrent(old, piece) {
  const here = old.querySelector('[aria-current]');
  if (here && !piece.querySelector('[aria-current]')) piece.firstElementChild.after(here.closest('li'));
}

/** Fetches the pieces that are this session's own: at the start, and whenever the tab was away. */
export async function fetchOwnPieces() {
  const response = await session.fetch('/session/pieces');
  if (response.ok) putPieces(await response.text());
}
