import { pageLocale } from './api.js';
import { text } from './texts.js';

const clock = new Intl.DateTimeFormat(pageLocale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const day = new Intl.DateTimeFormat(pageLocale, { month: 'short', day: 'numeric' });
const full = new Intl.DateTimeFormat(pageLocale, { dateStyle: 'full', timeStyle: 'short' });

/** Shows the times inside an element in the visitor's own zone. @param {ParentNode} inside */
export function writeTimes(inside) {
  const today = day.format(new Date());
  for (const time of inside.querySelectorAll('time:empty')) {
    const at = new Date(time.dateTime);
    const date = day.format(at);
    time.textContent = `${date === today ? text('today') : date} ${clock.format(at)}`;
    time.title = full.format(at);
  }
}
