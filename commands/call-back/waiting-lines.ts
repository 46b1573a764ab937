import { dayOf, yearOf } from '../../src/calendar/day.ts';
import { formatDayIn, isoMinute } from '../../src/calendar/format.ts';
import { translate } from '../../src/i18n/translate.ts';
import type { Queue, Waiting } from '../../src/quality/call-back/queue.ts';
import type { Context } from '../context.ts';

type Asking = Pick<Context, 'org' | 'person' | 'locale' | 'now'>;

/** Call-backs owed that cannot be made now, and why: outside of calling hours, to be called again later, with colleagues. */
export function waitingLines({ sleeping, again, elsewhere }: Queue, asking: Asking): string[] {
  const { locale } = asking;
  const line = (key: 'calls.sleeping' | 'calls.again', { count, from }: Waiting): string[] =>
    from === null ? [] : [translate(locale, key, { count, at: shortTime(from, asking) })];
  return [
    ...line('calls.sleeping', sleeping),
    ...line('calls.again', again),
    ...(elsewhere > 0 ? [translate(locale, 'calls.elsewhere', { count: elsewhere })] : []),
  ];
}

/** A time today as `09:00`, on another day with that day; in the time zone of the user's site. */
export function shortTime(at: Date, { org, person, locale, now }: Asking): string {
  const { zone } = org.siteOfPerson(person.id);
  const day = dayOf(at, zone);
  const today = dayOf(now, zone);
  const time = isoMinute(at, zone).slice(11);
  return day === today ? time : `${formatDayIn(day, yearOf(today), locale)} ${time}`;
}
