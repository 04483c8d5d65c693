// The newest name of everybody who was renamed since the page was made.
// A message that was rendered before a renaming may arrive after it, and must not bring the old name back.
import { isMe } from './me.js';

const newest = new Map();
let mine = null;

export function rename({ dataset: { nameOf: user, revision }, textContent: name }) {
  if (newest.get(user)?.revision > Number(revision)) return;
  newest.set(user, { revision: Number(revision), name });
  if (isMe(user)) mine = name;
  update(document);
}

/** One's own name as this tab knows it: in places that the server does not tell of, and while it is still being asked. */
export function callMe(name) {
  mine = name;
  update(document);
}

/** Puts the newest names into what has just come; `revision` is how new that is itself. */
export function update(root, revision = 0) {
  for (const element of root.querySelectorAll('[data-name-of], .message .author')) {
    const user = element.dataset.nameOf ?? element.closest('.message').dataset.author;
    const name = isMe(user) && mine ? mine : renamed(user, revision);
    if (name && name !== element.textContent) element.textContent = name;
  }
}

function renamed(user, revision) {
  const renaming = newest.get(user);
  return renaming?.revision > revision ? renaming.name : null;
}
