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
 * The monthly summary's figures from a given day until now, as a card, computed by the same functions. Like the summary, they leave out restricted
 * records and include a finding's actions.
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

/** The number of open records in each state, largest first; ties go to the state with the most urgent first record. */
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
