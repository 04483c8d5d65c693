// A button with data-opens opens the dialog of that ID, and has the focus again once it is closed.
document.addEventListener('click', ({ target }) => {
  const button = target.closest('[data-opens]');
  if (button) open(button);
});

function open(button) {
  const dialog = document.getElementById(button.dataset.opens);
  dialog.addEventListener('close', () => focus(button), { once: true });
  dialog.showModal();
}

/** A popover that the button is in was closed meanwhile: then what opens that one. */
function focus(button) {
  const popover = button.checkVisibility() ? null : button.closest('[popover]');
  (popover ? document.querySelector(`[popovertarget=${popover.id}]`) : button).focus();
}
