import { parse } from './fragments.js';

// What htmx could not do is told in the .problems beside the element that asked.
document.addEventListener('htmx:beforeRequest', ({ detail }) => tell(detail.elt, ''));
document.addEventListener('htmx:responseError', ({ detail }) => tell(detail.elt, reason(detail.xhr)));
document.addEventListener('htmx:sendError', ({ detail }) => tell(detail.elt, reason()));
document.addEventListener('htmx:timeout', ({ detail }) => tell(detail.elt, reason()));

/** Why a request failed, in the server's words if it was the server that answered. */
export function reason(answer) {
  const told = answer && parse(answer.responseText).find(element => element.matches('.problem'));
  return told?.textContent ?? 'No answer from the server.';
}

function tell(element, text) {
  const place = element.querySelector('.problems') ?? element.parentElement?.querySelector(':scope > .problems');
  if (!place) return;
  place.replaceChildren();
  if (text) place.append(problem(text));
}

function problem(text) {
  const paragraph = document.createElement('p');
  paragraph.className = 'problem';
  paragraph.role = 'alert';
  paragraph.textContent = text;
  return paragraph;
}
