// A button with data-opens opens the dialog of that ID; the browser gives the focus back when it is closed.
document.addEventListener('click', ({ target }) => {
  const id = target.closest('[data-opens]')?.dataset.opens;
  if (id) document.getElementById(id).showModal();
});
