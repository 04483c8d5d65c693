import { isPending } from './message.js';

/** Puts the buttons beside the messages that are in sight; `parley:actions` tells of each. */
export function offerActions(log) {
  const template = document.querySelector('#message-actions');
  const observer = new IntersectionObserver(seen => seen.forEach(look), { root: log, rootMargin: '200px 0px' });
  const arrivals = new MutationObserver(changes => changes.forEach(({ addedNodes }) => watch(addedNodes)));
  const history = log.querySelector('.history');
  arrivals.observe(history, { childList: true });
  watch(history.children);

  function watch(elements) {
    [...elements].filter(element => element.matches('.message')).forEach(message => observer.observe(message));
  }

  function look({ target: message, isIntersecting }) {
    const actions = message.querySelector(':scope > .actions');
    if (!isIntersecting) actions?.matches(':focus-within') || actions?.remove();
    else if (!actions && !isPending(message)) offer(message);
  }

  function offer(message) {
    const actions = template.content.firstElementChild.cloneNode(true);
    for (const button of actions.children) button.setAttribute('aria-describedby', message.getAttribute('aria-labelledby'));
    message.append(actions);
    message.dispatchEvent(new CustomEvent('parley:actions', { bubbles: true }));
  }
}
