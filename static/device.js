// Your sessions. The list is a live piece, and the answer to what its buttons ask for.
import { tellTimes } from './times.js';

document.addEventListener('htmx:load', ({ target }) => {
  if (target.id !== 'your-sessions') return;
  tellTimes(target);
  if (document.activeElement === document.body && target.closest('[open]')) target.focus();
});
