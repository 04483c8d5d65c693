let title = document.title;
let shown = title;
let unread = 0;

document.addEventListener('parley:message', () => {
  if (document.hidden) show(++unread);
});

document.addEventListener('visibilitychange', () => show(unread = 0));

/** A room by invitation has its name only once the tab is let in, so the title may have changed. */
function show(count) {
  if (document.title !== shown) title = document.title;
  shown = document.title = count ? `(${count}) ${title}` : title;
}
