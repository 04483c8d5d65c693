// "Your name" always says the name that one has: what was not saved goes back to it.
document.addEventListener('htmx:afterRequest', ({ target, detail }) => {
  if (target.id === 'name' && !detail.successful) restore(target);
});

document.addEventListener('keydown', ({ target, key }) => {
  if (target.id === 'name' && key === 'Escape') restore(target);
});

function restore(input) {
  input.value = input.defaultValue;
  if (input === document.activeElement) input.select();
}
