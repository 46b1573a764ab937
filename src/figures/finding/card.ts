import type { Card } from '../../chat/card.ts';
import type { Locale } from '../../i18n/locale.ts';
import { nameOf } from '../../org/organisation.ts';
import { label } from '../../records/say.ts';
import { compareSortKeys, type OpenCounts } from '../../records/shape/report-query.ts';
import type { FiguresContext } from '../figures-context.ts';
import { rank } from '../rank.ts';
import { type StatsRequest, statsLines } from '../stats-lines.ts';
import { causesOf, departmentsOf, type FiguresScope, figuresOf, scopeOf } from './read.ts';

const FINDING = 'finding';

/**
 * The figures of the monthly summary from any day until now, as a card: computed by the same functions. They leave restricted records
 * out, as the summary does, and take a finding's actions in.
 */
export async function drawFindingStats(request: StatsRequest, context: FiguresContext, locale: Locale): Promise<Card> {
  const { reports, registry, org, now } = context;
  const scope = await scopeOf(request.departments.length > 0 ? request.departments : 'all', request.since, context);
  const span = { from: request.since, to: now };
  const open = await reports.countOpen(FINDING, scope.departments, now);
  const figures = await figuresOf(scope, span, context);
  const draw = statsLines(locale);
  const facts = [
    draw.count('stats.open', open.all),
    draw.count('stats.overdue', open.overdue),
    draw.count('monthly.opened', figures.opened),
    draw.count('monthly.closed', figures.closed),
    ...draw.kept(figures.kept),
    draw.mean('monthly.toCapa', figures.toCapa),
    draw.mean('monthly.toClose', figures.toClose),
  ];
  const causes = causesOf(scope.rows, span, context).map(({ cause, count }) => [nameOf(cause, locale), count] as const);
  return draw.card(registry.get(FINDING), request, org, [
    { kind: 'facts', facts },
    ...draw.counted('stats.byState', await statesOf(open, scope, context, locale)),
    ...draw.departments(await departmentsOf(scope, span, context)),
    ...draw.counted('monthly.causes', causes),
    draw.note('monthly.formulas'),
  ]);
}

/** How many are open in each state, the fullest first; of equally full ones the one whose first record is the most urgent. */
async function statesOf(
  { byState }: OpenCounts,
  { departments }: FiguresScope,
  { reports }: Pick<FiguresContext, 'reports'>,
  locale: Locale,
): Promise<[string, number][]> {
  const states = await rank(
    byState,
    (left, right) => right.count - left.count,
    ({ state }) => reports.sortKeyOfState(FINDING, state, departments),
    compareSortKeys,
  );
  return states.map(({ state, count }) => [label(`${FINDING}.state.${state}`, locale), count]);
}
