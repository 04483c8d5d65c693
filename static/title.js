const title = document.title;
let unread = 0;

document.addEventListener('parley:message', () => {
  if (document.hidden) document.title = `(${++unread}) ${title}`;
});

document.addEventListener('visibilitychange', () => {
  unread = 0;
  document.title = title;
});
