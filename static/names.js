// The newest name of everybody who was renamed since the page was made.
// A message that was rendered before a renaming may arrive after it, and must not bring the old name back.
const newest = new Map();

export function rename({ dataset: { nameOf: user, revision }, textContent: name }) {
  if (newest.get(user)?.revision > Number(revision)) return;
  newest.set(user, { revision: Number(revision), name });
  update(document);
}

/** Puts the newest names into what has just come; `revision` is how new that is itself. */
export function update(root, revision = 0) {
  for (const element of root.querySelectorAll('[data-name-of]')) {
    const renamed = newest.get(element.dataset.nameOf);
    if (renamed?.revision > revision) element.textContent = renamed.name;
  }
}
