/** Tells a person something, once, until they have seen it. */
export function say(text) {
  const notices = document.querySelector('#notices');
  if ([...notices.querySelectorAll('p')].some(({ textContent }) => textContent === text)) return;
  const notice = document.querySelector('#notice').content.firstElementChild.cloneNode(true);
  notice.querySelector('p').textContent = text;
  notice.querySelector('button').addEventListener('click', () => notice.remove());
  notices.append(notice);
}

/** Loads the page anew, and tells it there: the history entry remembers where storage may not, or must not. */
export function reload(text = unread()) {
  if (text) history.replaceState({ ...history.state, notice: text }, '');
  location.reload();
}

function unread() {
  return document.querySelector('#notices p')?.textContent;
}

const { notice, ...rest } = history.state ?? {};
if (notice) {
  history.replaceState(rest, '');
  say(notice);
}
