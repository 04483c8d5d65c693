import { parse } from './fragments.js';
import { markYou } from './me.js';
import { update } from './names.js';

/** Replaces live pieces of the page, and marks in them what no template knows: who you are, where you are. */
export function putPieces(html) {
  for (const piece of parse(html)) {
    const old = document.getElementById(piece.id);
    if (old) replace(old, piece);
  }
}

function replace(old, piece) {
  const focused = old.contains(document.activeElement) ? document.activeElement.getAttribute('href') : null;
  update(piece);
  piece.querySelectorAll('[data-user]').forEach(markYou);
  piece.querySelectorAll('a').forEach(markCurrent);
  old.replaceWith(piece);
  if (focused) piece.querySelector(`[href="${CSS.escape(focused)}"]`)?.focus();
}

function markCurrent(link) {
  if (link.getAttribute('href') === location.pathname) link.ariaCurrent = 'page';
}
