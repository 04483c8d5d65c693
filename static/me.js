// Fragments know no viewer: what is "mine" is marked here.
const page = document.documentElement;

/** The ID of who one is; undefined until the server has said it. */
export function me() {
  return page.dataset.user;
}

export function isMe(user) {
  return Boolean(user) && user === me();
}

export function become(user) {
  page.dataset.user = user;
  document.querySelectorAll('.message').forEach(markMine);
  document.querySelectorAll('#people li').forEach(markYou);
  document.dispatchEvent(new CustomEvent('parley:me'));
}

export function markMine(message) {
  message.classList.toggle('mine', isMe(message.dataset.author));
}

export function markYou(person) {
  person.classList.toggle('you', isMe(person.dataset.user));
}
