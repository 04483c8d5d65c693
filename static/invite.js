// The invitation is behind the # of its link: browsers keep that to themselves, so no server log and no referrer has it.
const invited = document.querySelector('#invited');
if (invited) {
  take();
  addEventListener('hashchange', take);
}

document.addEventListener('htmx:load', () => {
  const link = document.querySelector('#invite-link');
  if (link) link.value = new URL(link.value, location).href;
});

function take() {
  invited.elements.token.value = location.hash.slice(1);
}
