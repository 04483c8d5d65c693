// Making a room: the next step has the focus of the one before, whichever comes first, the answer or the live piece.
document.addEventListener('htmx:afterSettle', ({ target }) => document.activeElement === document.body && begin(target));
document.addEventListener('parley:piece', ({ target }) => document.activeElement === target && begin(target));

function begin(step) {
  if (step.id === 'wizard') step.querySelector('#new-room, :checked').focus();
}
