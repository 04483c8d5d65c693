// Your sessions. The list is a live piece, and the answer to what its buttons ask for; below it is the way to another device.
import { tellTimes } from './times.js';

document.addEventListener('htmx:afterSwap', ({ detail }) => {
  if (!['your-sessions', 'move'].includes(detail.target.id)) return;
  const part = document.getElementById(detail.target.id);
  tellTimes(part);
  if (document.activeElement === document.body && part.closest('[open]')) part.focus();
});
