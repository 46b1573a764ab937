import chineseDays from 'chinese-days';
import { type Day, daysOfYear } from './day.ts';
import type { DayReason } from './reason.ts';

/** Festivals that the data names without 节. */
const wholeNames: Readonly<Record<string, string>> = { 清明: '清明节', 端午: '端午节', 中秋: '中秋节' };

/** What the State Council's yearly notice says of a day, or undefined when it does not mention the day. */
export function statutoryDay(day: Day): DayReason | undefined {
  // Noon without a zone: the library reads a bare date as UTC midnight and then asks for the machine's local day,
  // which west of Greenwich is the day before.
  const detail = chineseDays.getDayDetail(`${day}T12:00:00`);
  // A listed day is named "National Day,国庆节,3", any other by its weekday, "Monday".
  const [en, zh] = detail.name.split(',');
  if (en === undefined || zh === undefined) return undefined;
  return { kind: detail.work ? 'makeUp' : 'holiday', name: { zh: wholeNames[zh] ?? zh, en } };
}

const published = new Map<number, boolean>();

/** Whether the notice of a year is in the data: a year without one statutory holiday has not been published yet. */
export function isStatutoryYear(year: number): boolean {
  let known = published.get(year);
  if (known === undefined) {
    known = daysOfYear(year).some((day) => statutoryDay(day)?.kind === 'holiday');
    published.set(year, known);
  }
  return known;
}
