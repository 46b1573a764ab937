import { setImmediate } from 'node:timers/promises';
import { endOfDay, startOfDay } from '../../src/calendar/day.ts';
import { monthBefore, type Period } from '../../src/calendar/period.ts';
import { groupBy } from '../../src/group-by.ts';
import { type ClockRow, comparePlaces } from '../../src/records/report-query.ts';
import { type Audience, departmentsServed, siteOfChannel } from './digest-channel.ts';
import type { MonthlySummaryContent } from './monthly-content.ts';
import { closed, type Kept, keptIn, type MonthFigures, monthFigures, reportsIn, type Span } from './monthly-figures.ts';
import { rank } from './rank.ts';
import type { DigestGround } from './weekly-figures.ts';

/** How many months the trend shows, the summarised one included. */
const TREND = 6;
const FINDING = 'finding';

/** The summary of a month for an audience, by the clock of its channel's site, as things stand now. */
export async function monthlySummary(
  audience: Audience,
  month: Period,
  ground: DigestGround,
): Promise<MonthlySummaryContent> {
  const { org } = ground;
  const { zone } = siteOfChannel(audience, org);
  const spanOf = ({ first, last }: Period): Span => ({ from: startOfDay(first, zone), to: endOfDay(last, zone) });
  const months = Array.from({ length: TREND }, (_, index) => monthBefore(month.first, TREND - 1 - index));
  const scope = await scopeOf(audience.departments, spanOf(months[0] ?? month).from, ground);
  const span = spanOf(month);
  return {
    notice: 'monthly-summary',
    first: month.first,
    figures: await figuresOf(scope, span, ground),
    before: await figuresOf(scope, spanOf(monthBefore(month.first, 1)), ground),
    departments: await departmentsOf(scope, span, ground),
    causes: causesOf(scope.rows, span, ground),
    trend: await Promise.all(
      months.map(async (one) => ({
        first: one.first,
        opened: (await countIn(scope.departments, spanOf(one), ground)).opened,
        closed: closed(scope.rows, spanOf(one)).length,
      })),
    ),
  };
}

/** What figures are worked out from: departments, and those of their records that have to be read. */
export interface Scope {
  readonly departments: readonly (string | null)[];
  /** Since when a decision lets a record that is closed count. */
  readonly since: Date;
  readonly rows: readonly ClockRow[];
}

/** The scope of some departments, or of all that there are. */
export async function scopeOf(wanted: readonly string[] | 'all', since: Date, ground: DigestGround): Promise<Scope> {
  const departments = await departmentsServed(wanted, ground);
  return { departments, since, rows: await ground.reports.figured(departments, since) };
}

const countIn = (departments: Scope['departments'], span: Span, { reports, now }: DigestGround) =>
  reports.countFigures(FINDING, departments, span, now);

/** The figures of a span: what is counted, and what is computed from the records that were read. */
export async function figuresOf(scope: Scope, span: Span, ground: DigestGround): Promise<MonthFigures> {
  await setImmediate();
  const figures = monthFigures(scope.rows, span, ground.now, ground.org);
  return withCounts(figures, await countIn(scope.departments, span, ground));
}

const withCounts = <Figures extends { readonly kept: Kept }>(
  figures: Figures,
  { opened, late }: { readonly opened: number; readonly late: number },
) => ({ ...figures, opened, kept: { ...figures.kept, late: figures.kept.late + late } });

/** What each department opened, closed and kept in a span, the busiest first; of equally busy ones the one whose first record comes first. */
export async function departmentsOf(
  { departments, since, rows }: Scope,
  span: Span,
  ground: DigestGround,
): Promise<MonthlySummaryContent['departments']> {
  const { org, now, reports } = ground;
  const byDepartment = groupBy(rows, ({ departmentId }) => departmentId);
  const all = await Promise.all(
    departments.map(async (id) => {
      const own = byDepartment.get(id) ?? [];
      const { opened, kept } = withCounts({ kept: keptIn(own, span, now) }, await countIn([id], span, ground));
      const done = closed(own, span).length;
      return { id, opened, closed: done, kept, weight: opened + done + kept.onTime + kept.lateExtended + kept.late };
    }),
  );
  const busy = all.filter(({ weight }) => weight > 0);
  const ranked = await rank(
    busy,
    (left, right) => right.weight - left.weight,
    ({ id }) => reports.placeOfDepartment(id, since),
    comparePlaces,
  );
  return ranked.map(({ id, weight: _weight, ...figures }) => ({
    department: id === null ? null : (org.department(id)?.name ?? { zh: id, en: id }),
    ...figures,
  }));
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
