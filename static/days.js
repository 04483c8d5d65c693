const dated = new Intl.DateTimeFormat(undefined, { weekday: 'long', day: 'numeric', month: 'long' });
const datedLongAgo = new Intl.DateTimeFormat(undefined, { dateStyle: 'full' });
const relative = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' });

export function isSameDay(one, other) {
  return one.toDateString() === other.toDateString();
}

export function separator(at) {
  const day = document.createElement('p');
  day.className = 'day';
  day.dataset.at = at.toISOString();
  day.textContent = label(at);
  return day;
}

/** "Today" is yesterday after midnight. */
export function relabel() {
  for (const day of document.querySelectorAll('.day')) day.textContent = label(new Date(day.dataset.at));
}

function label(at) {
  const days = Math.round((midnight(at) - midnight(new Date())) / 86_400_000);
  if (days > -2 && days < 1) return capital(relative.format(days, 'day'));
  return (days > -300 ? dated : datedLongAgo).format(at);
}

function capital(text) {
  return text[0].toLocaleUpperCase() + text.slice(1);
}

function midnight(at) {
  return new Date(at).setHours(0, 0, 0, 0);
}
