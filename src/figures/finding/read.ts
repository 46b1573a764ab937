import { setImmediate } from 'node:timers/promises';
import { groupBy } from '../../group-by.ts';
import type { NamePair } from '../../org/organisation.ts';
import { type ClockRow, compareSortKeys } from '../../records/shape/report-query.ts';
import type { ClosedTimeRange, Kept } from '../clocks.ts';
import { departmentsIn } from '../departments.ts';
import type { FiguresContext } from '../figures-context.ts';
import { rank } from '../rank.ts';
import type { DepartmentFigures } from '../stats-lines.ts';
import { closed, keptByDepartments, type MonthFigures, monthFigures, reportsIn } from './compute.ts';

type Asking = Pick<FiguresContext, 'org' | 'reports' | 'now'>;

const FINDING = 'finding';

/** The input of the figures: departments, and the records of theirs that must be read. */
export interface FiguresScope {
  readonly departments: readonly (string | null)[];
  /** A closed record counts if a decision was made on it since this instant. */
  readonly since: Date;
  readonly rows: readonly ClockRow[];
}

/** The scope of the given departments, or of all departments. */
export async function scopeOf(wanted: readonly string[] | 'all', since: Date, context: Asking): Promise<FiguresScope> {
  const departments = await departmentsIn(wanted, context);
  return { departments, since, rows: await context.reports.figured(departments, since) };
}

const countIn = (departments: FiguresScope['departments'], span: ClosedTimeRange, { reports, now }: Asking) =>
  reports.countFigures(FINDING, departments, span, now);

/** How many findings were opened in a span. */
export const openedIn = async (
  { departments }: FiguresScope,
  span: ClosedTimeRange,
  context: Asking,
): Promise<number> => (await countIn(departments, span, context)).opened;

/** The figures of a span: those counted by the database and those computed from the records read. */
export async function figuresOf(scope: FiguresScope, span: ClosedTimeRange, context: Asking): Promise<MonthFigures> {
  await setImmediate();
  const figures = monthFigures(scope.rows, span, context.now, context.org);
  return withCounts(figures, await countIn(scope.departments, span, context));
}

const withCounts = <Figures extends { readonly kept: Kept }>(
  figures: Figures,
  { opened, late }: { readonly opened: number; readonly late: number },
) => ({ ...figures, opened, kept: { ...figures.kept, late: figures.kept.late + late } });

/** What each department opened, closed and kept in a span, busiest first; ties go to the department whose first record comes first. */
export async function departmentsOf(
  { departments, since, rows }: FiguresScope,
  span: ClosedTimeRange,
  context: Asking,
): Promise<DepartmentFigures[]> {
  const { org, now, reports } = context;
  const byDepartment = groupBy(rows, ({ departmentId }) => departmentId);
  const all = await Promise.all(
    departments.map(async (id) => {
      const own = byDepartment.get(id) ?? [];
      const { opened, kept } = withCounts(
        { kept: keptByDepartments(own, span, now) },
        await countIn([id], span, context),
      );
      const done = closed(own, span).length;
      return { id, opened, closed: done, kept, weight: opened + done + kept.onTime + kept.lateExtended + kept.late };
    }),
  );
  const busy = all.filter(({ weight }) => weight > 0);
  const ranked = await rank(
    busy,
    (left, right) => right.weight - left.weight,
    ({ id }) => reports.sortKeyOfDepartment(id, since),
    compareSortKeys,
  );
  return ranked.map(({ id, weight: _weight, ...figures }) => ({
    department: id === null ? null : (org.department(id)?.name ?? { zh: id, en: id }),
    ...figures,
  }));
}

/** The causes named in the month's first reports, most frequent first. */
export function causesOf(
  rows: readonly ClockRow[],
  span: ClosedTimeRange,
  { org }: Pick<Asking, 'org'>,
): { readonly cause: NamePair; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const { row } of reportsIn(rows, span)) {
    const { cause } = row.facets;
    if (cause !== undefined) counts.set(cause, (counts.get(cause) ?? 0) + 1);
  }
  const nameOf = (id: string) =>
    org.settings.causeCategories.find((category) => category.id === id)?.name ?? { zh: id, en: id };
  return [...counts].sort(([, left], [, right]) => right - left).map(([id, count]) => ({ cause: nameOf(id), count }));
}
