// Who one is: in this tab only, or in all tabs of this browser.
import { place } from './my-session.js';

const form = document.querySelector('#place');

if (form) {
  form.hidden = false;
  form.elements.place.value = place.isShared ? 'browser' : 'tab';
  form.addEventListener('change', () => form.elements.place.value === 'browser' ? place.share() : place.unshare());
}
