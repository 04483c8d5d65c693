// No module, so that it runs before the first paint: a page comes without its session, and must not flash in the wrong colours.
{
  const KEY = 'parley.look';
  const page = document.documentElement;
  const bars = [...document.querySelectorAll('meta[name=theme-color]')].map(meta => ({ meta, system: meta.media }));

  show(remembered() ?? 'system');

  document.addEventListener('change', ({ target }) => target.form?.id === 'look' && show(target.value));
  document.addEventListener('parley:piece', ({ target }) => target.id === 'look' && take(chosen(target)));
  document.addEventListener('htmx:afterRequest', ({ target, detail }) => {
    if (target.id !== 'look' || detail.successful) return;
    target.reset();
    show(chosen(target));
  });

  function chosen(form) {
    return form.querySelector(':checked').value;
  }

  function take(look) {
    show(look);
    remember(look);
  }

  function show(look) {
    page.dataset.look = look;
    for (const { meta, system } of bars) {
      if (look === 'system') meta.media = system;
      else meta.media = system.includes(look) ? 'all' : 'not all';
    }
  }

  function remembered() {
    try {
      return sessionStorage.getItem(KEY);
    } catch {
      return null;
    }
  }

  function remember(look) {
    try {
      sessionStorage.setItem(KEY, look);
    } catch {
      // Then the page is right a moment later only.
    }
  }
}
