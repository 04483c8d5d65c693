// Your sessions. The list is a live piece, and the answer to what its buttons ask for.
import { tellTimes } from './times.js';

document.addEventListener('htmx:afterSwap', ({ detail }) => {
  if (detail.target.id !== 'your-sessions') return;
  const list = document.querySelector('#your-sessions');
  tellTimes(list);
  if (document.activeElement === document.body && list.closest('[open]')) list.focus();
});
