// Reacting: by a chip, or by the palette that the button "React" opens.
import { say } from './notice.js';
import { optimistic } from './optimistic.js';
import { draw, given, wish } from './reactions.js';

/** Lets people react to the messages of the log. */
export function offerReactions(log, feed) {
  const palette = document.querySelector('#palette');
  const choices = [...palette.querySelectorAll('[data-emoji]')];
  let message = null;

  log.addEventListener('click', ({ target }) => {
    const chip = target.closest('.reactions button');
    const react = target.closest('.react');
    if (chip) toggle(chip.closest('.message').id, chip.dataset.emoji);
    if (react) open(react);
  });
  palette.addEventListener('click', ({ target }) => target.closest('[data-emoji]') && choose(target));
  palette.addEventListener('keydown', ({ target, key }) => {
    if (key === 'ArrowRight') next(target, 1).focus();
    if (key === 'ArrowLeft') next(target, -1).focus();
  });

  function open(button) {
    message = button.closest('.message').id;
    for (const choice of choices) choice.ariaPressed = given(document.getElementById(message), choice.dataset.emoji);
    palette.showPopover({ source: button });
    choices[0].focus();
  }

  function choose(choice) {
    palette.hidePopover();
    toggle(message, choice.dataset.emoji);
  }

  function next(choice, step) {
    return choices.at((choices.indexOf(choice) + step) % choices.length);
  }

  function toggle(id, emoji) {
    const wished = !given(document.getElementById(id), emoji);
    optimistic(id, {
      show: () => change(id, message => wish(message, emoji, wished)),
      ask: () => ({ method: wished ? 'PUT' : 'DELETE', path: path(id, emoji), source: document.getElementById(id) }),
      replace: html => feed.put(html),
      takeBack: reason => {
        change(id, draw);
        say(reason);
      },
    });
  }

  /** While the server is asked the message may be put in anew, or go. */
  function change(id, work) {
    const message = document.getElementById(id);
    if (message) feed.keep(() => work(message));
  }

  function path(id, emoji) {
    return `/rooms/${log.dataset.room}/messages/${id.replace('message-', '')}/reactions/${emoji}`;
  }
}
