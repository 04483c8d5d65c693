// A button with data-copies copies the link in the field of that ID, and says so beside it.
document.addEventListener('click', ({ target }) => {
  const button = target.closest('[data-copies]');
  if (button) copy(document.getElementById(button.dataset.copies), button.parentElement.querySelector('.told'));
});

/** On plain http there is no clipboard for pages: then the link is selected, to be copied by hand. */
async function copy(link, told) {
  try {
    await navigator.clipboard.writeText(link.value);
    told.textContent = 'Copied.';
  } catch {
    link.select();
    told.textContent = 'The link is selected: copy it.';
  }
}
