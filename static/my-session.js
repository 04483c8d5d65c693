// The session of this page. When it becomes another, the page is loaded anew: whatever it showed was somebody else's.
import { Movable } from './movable.js';
import { reload, say } from './notice.js';
import { Session } from './session.js';
import { browser, tab } from './storage.js';

const KEY = 'parley.session';

const FORGETFUL = 'Your browser keeps nothing more for this tab: a reload may make you somebody new and lose unsent text.';

document.addEventListener('storage:refused', () => say(FORGETFUL), { once: true });

export const place = new Movable(KEY);
export const session = new Session({ storage: place, key: KEY, issue: document.documentElement.dataset.sessionIds === 'server' });

session.accompanyHtmx();
session.addEventListener('change', () => reload());
session.addEventListener('ended', () => reload('This session was ended elsewhere. You are somebody new here.'));
session.addEventListener('over', () => {
  [tab, browser].forEach(storage => storage.close());
  reload('You are signed out: nothing is left in this browser.');
});
