import './copy.js';
import './device.js';
import './dialog.js';
import './invite.js';
import './move.js';
import './name.js';
import './passkey.js';
import './place.js';
import './problem.js';
import './saved.js';
import './sidebar.js';
import './title.js';
import './wizard.js';
import { offerActions } from './actions.js';
import { Composer } from './composer.js';
import { Feed } from './feed.js';
import { jumpIn } from './jump.js';
import { Live } from './live.js';
import { become } from './me.js';
import { loadOlder } from './older.js';
import { offerReactions } from './palette.js';
import { fetchOwnPieces, putPieces } from './pieces.js';
import { Reading } from './reads.js';
import { View } from './view.js';

open(document.querySelector('#messages'));
if (document.querySelector('#closed')) fetchOwnPieces();

// The inside of a room by invitation comes later than its page.
document.addEventListener('htmx:load', () => open(document.querySelector('#messages:not([data-open])')));

function open(log) {
  if (!log) return;
  const { room, cursor } = log.dataset;
  log.dataset.open = '';
  const feed = new Feed(log, new View(log, document.querySelector('#new-messages')));
  document.addEventListener('htmx:load', ({ target }) => {
    if (!target.matches('#session-composer[data-user]')) return;
    become(target.dataset.user);
    new Composer(target, room, feed).open();
  });
  jumpIn(log, loadOlder(log, feed));
  offerActions(log);
  new Reading(log).open();
  offerReactions(log, feed);
  new Live(room, cursor, { feed: html => feed.put(html), piece: putPieces, own: fetchOwnPieces, status }).start();
}

/** The same word again would be read aloud again. */
function status(word) {
  const connection = document.querySelector('#connection');
  if (connection.textContent === word) return;
  connection.textContent = word;
  connection.className = word.toLowerCase();
}
