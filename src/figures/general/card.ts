import type { Block, Card } from '../../chat/card.ts';
import type { Locale } from '../../i18n/locale.ts';
import type { RecordType } from '../../records/declaration/record-type.ts';
import { label } from '../../records/say.ts';
import { departmentsIn } from '../departments.ts';
import type { FiguresContext } from '../figures-context.ts';
import { type StatsRequest, statsLines } from '../stats-lines.ts';
import { generalFigures, type StateCount } from './compute.ts';

/** The statistics every type has, from a given day until now, plus those the type declares; restricted records are left out. */
export async function drawGeneralStats(
  type: RecordType<unknown>,
  request: StatsRequest,
  context: FiguresContext,
  locale: Locale,
): Promise<Card> {
  const { reports, org, now } = context;
  const departments = await departmentsIn(request.departments.length > 0 ? request.departments : 'all', context);
  const open = await reports.countOpen(type.type, departments, now);
  const rows = await reports.clocks(type.type, departments, request.since);
  const figures = generalFigures(type, rows, { from: request.since, to: now }, context);
  const draw = statsLines(locale);
  const states = (counts: readonly StateCount[]) =>
    counts.map(({ state, count }) => [label(`${type.type}.state.${state}`, locale), count] as const);
  const facts = [
    draw.count('stats.open', open.all),
    draw.count('stats.overdue', open.overdue),
    draw.count('monthly.opened', figures.opened),
    draw.count('monthly.closed', figures.closed),
    ...draw.kept(figures.kept),
    draw.mean('monthly.toClose', figures.toClose),
  ];
  return draw.card(type, request, org, [
    { kind: 'facts', facts },
    ...(await ownBlocks(type, request, context, locale)),
    ...draw.counted('stats.byState', states(open.byState.toSorted((left, right) => right.count - left.count))),
    ...draw.counted('stats.byOutcome', states(figures.outcomes)),
    ...draw.departments(figures.departments),
    draw.note('stats.formulas'),
  ]);
}

/** The figures the type declares (`RecordType.figures`), over the records that count in the span. */
async function ownBlocks(
  { type, figures }: RecordType<unknown>,
  { since, zone, departments }: StatsRequest,
  { facts, org, now }: FiguresContext,
  locale: Locale,
): Promise<Block[]> {
  if (!figures) return [];
  // The end is exclusive, and now must be included.
  const span = { from: since, to: new Date(now.getTime() + 1) };
  const isWanted = (id: string | null) => departments.length === 0 || (id !== null && departments.includes(id));
  const lines = await figures.compute(
    async (wanted) =>
      (await facts.between(type, span, wanted, figures.of)).filter(
        ({ restricted, departmentId }) => !restricted && isWanted(departmentId),
      ),
    { org, now, zone },
  );
  const draw = statsLines(locale);
  return [
    {
      kind: 'facts',
      facts: lines.map(({ label: key, value }) =>
        typeof value === 'number' ? draw.count(key, value) : draw.share(key, value),
      ),
    },
  ];
}
