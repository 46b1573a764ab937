import published from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import { z } from 'zod';
import { type Day, yearOf } from './day.ts';
import type { DayReason } from './reason.ts';

/** Festivals that the data names without 节. */
const wholeNames: Readonly<Record<string, string>> = { 清明: '清明节', 端午: '端午节', 中秋: '中秋节' };

/** A day's entry: English name, Chinese name, number of days, as in `National Day,国庆节,3`. */
const entrySchema = z
  .string()
  .transform((entry) => entry.split(','))
  .pipe(z.tuple([z.string().min(1), z.string().min(1)], z.string()))
  .transform(([en, zh]) => ({ zh: wholeNames[zh] ?? zh, en }));
const dataSchema = z.object({
  holidays: z.record(z.string(), entrySchema),
  workdays: z.record(z.string(), entrySchema),
});

// The data alone, not the package's functions: they mix UTC with the machine's zone, and are a day off west of Greenwich.
const data = dataSchema.parse(published);
const publishedYears = new Set(Object.keys(data.holidays).map(yearOf));

/** What the State Council's yearly notice says of a day, or undefined when it does not mention the day. */
export function statutoryDay(day: Day): DayReason | undefined {
  const worked = data.workdays[day];
  if (worked) return { kind: 'makeUp', name: worked };
  const free = data.holidays[day];
  return free && { kind: 'holiday', name: free };
}

/** Whether the notice of a year is in the data: a year without one statutory holiday has not been published yet. */
export function isStatutoryYear(year: number): boolean {
  return publishedYears.has(year);
}
