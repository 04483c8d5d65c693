// Making a room. Each step takes the focus by itself; this is for the one that nobody asked for, after Cancel.
document.addEventListener('htmx:afterSettle', ({ target }) => {
  if (target.id === 'wizard' && document.activeElement === document.body) target.querySelector('[name]').focus();
});
