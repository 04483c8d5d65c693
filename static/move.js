// The page that a link to another device leads to. What the link is worth is behind its #, which browsers keep to themselves.
import { session } from './my-session.js';
import { reason, tell } from './problem.js';

const arrival = document.querySelector('#arrival');

if (arrival) {
  addEventListener('hashchange', () => location.reload());
  arrival.elements.secret.value = location.hash.slice(1);
  arrival.addEventListener('submit', event => {
    event.preventDefault();
    go().catch(error => tell(arrival, error.message));
  });
}

/** The way back does not lead here again: the link is used. */
async function go() {
  const body = new URLSearchParams(new FormData(arrival));
  const answer = await session.refresh(headers => fetch('/move', { method: 'PUT', headers, body }));
  if (!answer.ok) throw new Error(reason({ responseText: await answer.text() }));
  location.replace('/');
}
