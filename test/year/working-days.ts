import chineseDays from 'chinese-days';

/*
 * The working days of Beijing, recomputed and plainly, to hold the product's calendar against. Beijing has no summer time:
 * its clock is eight hours ahead of UTC all year.
 */
const AHEAD_MS = 8 * 3_600_000;
const DAY_MS = 24 * 3_600_000;

/** The day in Beijing at an instant, as `YYYY-MM-DD`. */
export const dayAt = (at: Date): string => new Date(at.getTime() + AHEAD_MS).toISOString().slice(0, 10);

/** The instant of a minute of a day in Beijing. */
export const instantOn = (day: string, minute: number): Date =>
  new Date(Date.parse(`${day}T00:00:00Z`) - AHEAD_MS + minute * 60_000);

/** The last millisecond of a day in Beijing. */
export const endOf = (day: string): Date => new Date(instantOn(day, 0).getTime() + DAY_MS - 1);

/** The day so many calendar days on. */
export const shift = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

export const isWorked = (day: string): boolean => chineseDays.isWorkday(day);

/** The n-th working day after a day; with 0 the day itself, or the next that is worked. */
export function workingDaysOn(day: string, days: number): string {
  let at = day;
  for (let left = days; left > 0; ) {
    at = shift(at, 1);
    if (isWorked(at)) left -= 1;
  }
  while (!isWorked(at)) at = shift(at, 1);
  return at;
}

/** How many working days lie after one day, up to and with another that is later. */
export function workingDaysFrom(from: string, to: string): number {
  let count = 0;
  for (let at = shift(from, 1); at <= to; at = shift(at, 1)) if (isWorked(at)) count += 1;
  return count;
}
