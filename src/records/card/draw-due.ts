import { dayOf } from '../../calendar/day.ts';
import { explainDeadline } from '../../calendar/explain-deadline.ts';
import { formatDay, formatInstant } from '../../calendar/format.ts';
import { bold, plain, type Text } from '../../chat/text.ts';
import type { Locale } from '../../i18n/locale.ts';
import { translate } from '../../i18n/translate.ts';
import { siteOf } from '../decide/due.ts';
import type { View } from '../declaration/record-context.ts';
import type { RecordOf } from '../shape/record.ts';

/** Whether the deadline of the record's state has passed. */
export function isLate({ due }: RecordOf<unknown>, { now }: Pick<View, 'now'>): boolean {
  return due !== null && now.getTime() > due.at.getTime();
}

/** The deadline's day and its distance in working days of the record's site. */
export function dueText(record: RecordOf<unknown>, view: View): Text {
  const { due } = record;
  if (!due) return [];
  const { locale, org, now } = view;
  const today = dayOf(now, due.zone);
  const left = org.calendarOf(siteOf(record, org)).workingDaysBetween(today, due.day);
  if (due.timed) {
    const instant = formatInstant(due.at, due.zone, locale);
    return isLate(record, view) ? [bold(`${instant} · ${translate(locale, 'due.justOver')}`)] : [plain(instant)];
  }
  const day = formatDay(due.day, locale);
  if (isLate(record, view)) return [bold(`${day} · ${overText(-left, locale)}`)];
  return [plain(`${day} · ${today === due.day ? translate(locale, 'due.today') : leftText(left, locale)}`)];
}

function leftText(days: number, locale: Locale): string {
  return days === 1 ? translate(locale, 'due.left.one') : translate(locale, 'due.left', { days });
}

function overText(days: number, locale: Locale): string {
  if (days === 1) return translate(locale, 'due.over.one');
  return days > 1 ? translate(locale, 'due.over', { days }) : translate(locale, 'due.justOver');
}

/** How the deadline was computed, for the small print. */
export function dueNotes({ due }: RecordOf<unknown>, { locale }: Pick<View, 'locale'>): string[] {
  return due && due.unit === 'working' ? [explainDeadline(due, locale).short] : [];
}
