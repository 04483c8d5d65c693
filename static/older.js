import { session } from './my-session.js';

const RETRY = 2_000;

/** Loads older messages, page by page, while the top of the log is near, or for whoever calls what this returns. */
export function loadOlder(log, feed) {
  const edge = log.querySelector('.older');
  const observer = new IntersectionObserver(([entry]) => entry.isIntersecting && load(), { root: log, rootMargin: '800px 0px 0px' });
  let loading = null;
  observer.observe(edge);
  return load;

  function load() {
    if (log.dataset.older !== 'true') return false;
    return loading ??= loadPage().finally(() => { loading = null; });
  }

  async function loadPage() {
    edge.classList.add('loading');
    const loaded = await page().catch(() => false);
    edge.classList.remove('loading');
    setTimeout(lookAgain, loaded ? 0 : RETRY);
    return loaded;
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
