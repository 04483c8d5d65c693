import { session } from './my-session.js';

const RETRY = 2_000;

/** Loads older messages, page by page, while the top of the log is near. */
export function loadOlder(log, feed) {
  const edge = log.querySelector('.older');
  const observer = new IntersectionObserver(([entry]) => entry.isIntersecting && load(), { root: log, rootMargin: '800px 0px 0px' });
  observer.observe(edge);

  async function load() {
    if (log.dataset.older !== 'true' || edge.matches('.loading')) return;
    edge.classList.add('loading');
    const loaded = await page().catch(() => false);
    edge.classList.remove('loading');
    setTimeout(lookAgain, loaded ? 0 : RETRY);
  }

  async function page() {
    const response = await session.fetch(`/rooms/${log.dataset.room}/feed?before=${feed.oldest}`);
    if (!response.ok) return false;
    feed.putOlder(await response.text(), response.headers.get('Older'));
    return true;
  }

  // An observer speaks only of changes: after a short page the top is still in sight, and it would keep silent.
  function lookAgain() {
    observer.unobserve(edge);
    observer.observe(edge);
  }
}
