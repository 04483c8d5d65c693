import { reason, tellProblems } from './problem.js';

/** By thing, what is shown and not answered yet, in the order of asking. */
const waiting = new Map();

/**
 * Shows a change at once and asks the server for it. What the server says replaces what was shown; if it refuses, or does not answer,
 * that is taken back, with the reason. Changes to one thing are asked for one after the other, so the last wish is the one that stays.
 *
 * `show()`; `ask()` gives `{ method, path, source, values }` (the reason goes where `source` has its problems); `replace(html)`;
 * `takeBack(reason, answer)`.
 */
export async function optimistic(thing, change) {
  const before = waiting.get(thing) ?? [];
  const turn = Promise.allSettled(before.map(({ done }) => done)).then(() => settle(thing, change));
  waiting.set(thing, [...before, { change, done: turn }]);
  change.show();
  return turn;
}

/** Shows again what is not answered yet: to be called when the server's word on the thing was put on the page. */
export function cover(thing) {
  waiting.get(thing)?.forEach(({ change }) => change.show());
}

async function settle(thing, change) {
  const question = change.ask();
  const answer = await send(question);
  if (answer?.status === 401) return theReload();
  forget(thing, change);
  if (answer?.status < 300) return change.replace(answer.responseText);
  if (answer) tellProblems(question.source, answer);
  change.takeBack(reason(answer), answer);
}

/** Whoever is told that their session is over is somebody else on the page that comes, and that one begins with what was not sent. */
function theReload() {
  return new Promise(() => {});
}

/** By htmx, which knows who asks. Where no answer comes, problem.js says so. */
async function send({ method, path, source, values = {} }) {
  let answer = null;
  const handler = (_, { xhr }) => { answer = xhr; };
  await htmx.ajax(method, path, { source, values, handler }).catch(() => {});
  return answer;
}

function forget(thing, change) {
  const others = waiting.get(thing).filter(each => each.change !== change);
  if (others.length) waiting.set(thing, others);
  else waiting.delete(thing);
}
