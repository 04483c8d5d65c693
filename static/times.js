// Times come in UTC; here they are told as the reader is used to.
const clock = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' });
const dated = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
const full = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'medium' });

export function tellTimes(root) {
  for (const time of root.querySelectorAll('time')) {
    const at = new Date(time.dateTime);
    const isToday = at.toDateString() === new Date().toDateString();
    time.textContent = (isToday ? clock : dated).format(at);
    time.title = full.format(at);
  }
}
