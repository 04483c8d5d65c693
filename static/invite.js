// The invitation is behind the # of its link: browsers keep that to themselves, so no server log and no referrer has it.
const invited = document.querySelector('#invited');
if (invited) invited.elements.token.value = location.hash.slice(1);

document.addEventListener('htmx:load', ({ target }) => {
  const link = target.querySelector?.('#invite-link') ?? null;
  if (link) link.value = new URL(link.value, location).href;
});

document.addEventListener('click', ({ target }) => {
  if (target.id === 'copy-invite') copy(target.parentElement);
});

/** On plain http there is no clipboard for pages: then the link is selected, to be copied by hand. */
async function copy(panel) {
  const link = panel.querySelector('#invite-link');
  const told = panel.querySelector('.told');
  try {
    await navigator.clipboard.writeText(link.value);
    told.textContent = 'Copied.';
  } catch {
    link.select();
    told.textContent = 'The link is selected: copy it.';
  }
}
