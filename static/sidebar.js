// Marks the rooms where a draft of this session waits, and those that it has read in, with something new since.
const TOLD = '#rooms, #my-rooms, #drafts, #reads, #newest';

document.addEventListener('parley:piece', ({ target }) => target.matches(TOLD) && markRooms());
document.addEventListener('htmx:load', ({ target }) => target.matches(TOLD) && markRooms());

function markRooms() {
  document.querySelectorAll('#rooms a, #my-rooms a').forEach(mark);
}

/** As a description, so that a room is called by its name and nothing else. */
function mark(link) {
  const room = link.pathname.split('/').at(-1);
  const elsewhere = link.ariaCurrent !== 'page';
  const marks = { unread: elsewhere && isUnread(room), draft: elsewhere && Boolean(told('drafts', room)?.textContent) };
  link.classList.toggle('unread', marks.unread);
  link.classList.toggle('draft', marks.draft);
  link.setAttribute('aria-description', [marks.unread && 'New messages', marks.draft && 'Draft'].filter(Boolean).join(', '));
}

function isUnread(room) {
  const read = told('reads', room);
  const newest = Math.max(read?.dataset.newest ?? 0, told('newest', room)?.dataset.newest ?? 0);
  return Boolean(read) && newest > Number(read.dataset.posted);
}

function told(list, room) {
  return document.querySelector(`#${list} [data-room="${room}"]`);
}
