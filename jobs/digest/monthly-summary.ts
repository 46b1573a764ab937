import { setImmediate } from 'node:timers/promises';
import { endOfDay, startOfDay } from '../../src/calendar/day.ts';
import { monthBefore, type Period } from '../../src/calendar/period.ts';
import { groupBy } from '../../src/group-by.ts';
import type { ClockRow } from '../../src/records/report-query.ts';
import { type Audience, serves, siteOfChannel } from './digest-channel.ts';
import type { MonthlySummaryContent } from './monthly-content.ts';
import { closed, keptIn, monthFigures, opened, reportsIn, type Span } from './monthly-figures.ts';
import type { DigestGround } from './weekly-figures.ts';

/** How many months the trend shows, the summarised one included. */
const TREND = 6;

/** The summary of a month for an audience, by the clock of its channel's site, as things stand now. */
export async function monthlySummary(
  audience: Audience,
  month: Period,
  ground: DigestGround,
): Promise<MonthlySummaryContent> {
  const { org, now } = ground;
  const { zone } = siteOfChannel(audience, org);
  const spanOf = ({ first, last }: Period): Span => ({ from: startOfDay(first, zone), to: endOfDay(last, zone) });
  const months = Array.from({ length: TREND }, (_, index) => monthBefore(month.first, TREND - 1 - index));
  const rows = await rowsFor(audience, spanOf(months[0] ?? month).from, ground);
  const span = spanOf(month);
  const figures = monthFigures(rows, span, now, org);
  await setImmediate();
  const before = monthFigures(rows, spanOf(monthBefore(month.first, 1)), now, org);
  await setImmediate();
  return {
    notice: 'monthly-summary',
    first: month.first,
    figures,
    before,
    departments: departmentsOf(rows, span, ground),
    causes: causesOf(rows, span, ground),
    trend: months.map((one) => ({
      first: one.first,
      opened: opened(rows, spanOf(one)).length,
      closed: closed(rows, spanOf(one)).length,
    })),
  };
}

/** All that the figures can depend on: what is open, and what something was decided on since the first month of the trend. */
async function rowsFor(audience: Audience, since: Date, { reports }: DigestGround): Promise<ClockRow[]> {
  const [open, changed] = await Promise.all([reports.open(), reports.changedSince(since)]);
  const known = new Map([...open, ...changed].map((row) => [row.number, row]));
  return [...known.values()].filter((row) => !row.restricted && serves(audience, row.departmentId));
}

/** What each department opened, closed and kept in a span, the busiest first. */
export function departmentsOf(
  rows: readonly ClockRow[],
  span: Span,
  { org, now }: DigestGround,
): MonthlySummaryContent['departments'] {
  const byDepartment = groupBy(rows, ({ departmentId }) => departmentId);
  const all = [...byDepartment].map(([id, own]) => ({
    department: id === null ? null : (org.department(id)?.name ?? { zh: id, en: id }),
    opened: opened(own, span).length,
    closed: closed(own, span).length,
    kept: keptIn(own, span, now),
  }));
  const weight = ({ opened: news, closed: done, kept }: (typeof all)[number]) =>
    news + done + kept.onTime + kept.lateExtended + kept.late;
  return all.filter((one) => weight(one) > 0).sort((left, right) => weight(right) - weight(left));
}

/** The causes that the month's first reports named, the most frequent first. */
export function causesOf(
  rows: readonly ClockRow[],
  span: Span,
  { org }: DigestGround,
): MonthlySummaryContent['causes'] {
  const counts = new Map<string, number>();
  for (const { row } of reportsIn(rows, span)) {
    const { cause } = row.facets;
    if (cause !== undefined) counts.set(cause, (counts.get(cause) ?? 0) + 1);
  }
  const nameOf = (id: string) =>
    org.settings.causeCategories.find((category) => category.id === id)?.name ?? { zh: id, en: id };
  return [...counts].sort(([, left], [, right]) => right - left).map(([id, count]) => ({ cause: nameOf(id), count }));
}
