// What the server has said of the reactions to a message: how many gave what, and whether one is among them.
import { me } from './me.js';

/** Before it has said anything. */
export const NOTHING = { revision: -1, reactions: new Map() };

/**
 * What is known with one list more. Lists may overtake each other, so names count from their list's revision on. News name only who
 * came or left; where everybody was known before, that leaves nobody out.
 */
export function learn(before, list) {
  const revision = Number(list.dataset.revision);
  const items = new Map([...list.children].map(item => [item.dataset.emoji, read(item)]));
  const reactions = new Map();
  for (const emoji of new Set([...before.reactions.keys(), ...items.keys()])) {
    reactions.set(emoji, merge(ofEmoji(before, emoji), items.get(emoji) ?? NOBODY, revision, before.revision));
  }
  return { revision: Math.max(revision, before.revision), reactions };
}

export function isIn({ people }) {
  return people.get(me())?.isIn ?? false;
}

/** Whether it takes more than lists for everybody to know that. */
export function isUnsure({ reactions }) {
  return [...reactions.values()].some(({ count, all, people }) => count > 0 && !all && !people.has(me()));
}

export function ofEmoji({ revision, reactions }, emoji) {
  return reactions.get(emoji) ?? { count: 0, all: revision >= 0, people: new Map() };
}

const NOBODY = { count: 0, by: [], left: [] };

function read({ dataset: { by, left }, lastElementChild }) {
  return { count: Number(lastElementChild.textContent), by: names(by), left: names(left) };
}

function names(text) {
  return text ? text.split(' ') : [];
}

function merge(before, { count, by, left }, revision, newest) {
  const all = by.length === count;
  const people = new Map([...before.people].filter(([, { since }]) => !all || since > revision));
  for (const user of [...left, ...by].filter(isOfUse)) {
    if (!(people.get(user)?.since > revision)) people.set(user, { isIn: by.includes(user), since: revision });
  }
  return { count: revision > newest ? count : before.count, all: all || before.all, people };
}

/** As long as one does not know who one is, it may be anybody. */
function isOfUse(user) {
  return !me() || user === me();
}
