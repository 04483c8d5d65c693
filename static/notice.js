/** Tells the person a sentence, until they put it away. */
export function say(text) {
  const notice = document.querySelector('#notice') ?? made();
  notice.querySelector('p').textContent = text;
}

function made() {
  const notice = document.createElement('div');
  notice.id = 'notice';
  notice.innerHTML = '<p role="status"></p><button type="button" class="quiet">Close</button>';
  notice.querySelector('button').addEventListener('click', () => notice.remove());
  document.body.append(notice);
  return notice;
}
