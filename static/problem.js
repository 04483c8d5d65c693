import { parse } from './fragments.js';

// What htmx could not do is told in the .problems beside the element that asked, or beside the field that it is about.
document.addEventListener('htmx:beforeRequest', ({ detail }) => clear(detail.elt));
document.addEventListener('htmx:responseError', ({ detail }) => tellProblems(detail.elt, detail.xhr));
document.addEventListener('htmx:sendError', ({ detail }) => put(detail.elt, problem()));
document.addEventListener('htmx:timeout', ({ detail }) => put(detail.elt, problem()));

/** Why a request failed, in the server's words if it was the server that answered. */
export function reason(answer) {
  return problems(answer).map(({ textContent }) => textContent).join(' ');
}

/** Says what the server did not like beside the element, if there is a place for it. */
export function tellProblems(element, answer) {
  problems(answer).forEach(problem => put(element, problem));
}

/** Says it there in words of one's own; "" takes back what was said before. */
export function tell(element, words) {
  clear(element);
  if (words) put(element, problem(words));
}

function problems(answer) {
  const told = answer ? parse(answer.responseText).filter(element => element.matches('.problem')) : [];
  return told.length ? told : [problem()];
}

function problem(words = 'No answer from the server.') {
  const paragraph = document.createElement('p');
  paragraph.className = 'problem';
  paragraph.role = 'alert';
  paragraph.textContent = words;
  return paragraph;
}

function put(element, problem) {
  const field = [element, ...element.querySelectorAll('[name]')].find(({ name }) => name && name === problem.dataset.field);
  place(field ?? element)?.append(problem);
}

function clear(element) {
  [element, ...element.querySelectorAll('[name]')].forEach(asked => place(asked)?.replaceChildren());
}

/** Its own, by aria-describedby, or the one beside it. */
function place(element) {
  return document.getElementById(element.getAttribute('aria-describedby'))
    ?? element.querySelector('.problems') ?? element.parentElement?.querySelector(':scope > .problems');
}
