import { dayOf } from '../../src/calendar/day.ts';
import { formatDay } from '../../src/calendar/format.ts';
import type { Block, Card, Fact } from '../../src/chat/card.ts';
import { bold, plain, words } from '../../src/chat/text.ts';
import type { Locale } from '../../src/i18n/locale.ts';
import { type MessageKey, type MessageParams, translate } from '../../src/i18n/translate.ts';
import { nameOf } from '../../src/org/organisation.ts';
import { comparePlaces, type OpenCounts } from '../../src/records/report-query.ts';
import { label } from '../../src/records/say.ts';
import { percentText } from '../../src/share.ts';
import type { Kept, Mean, Span } from './monthly-figures.ts';
import { causesOf, departmentsOf, figuresOf, type Scope, scopeOf } from './monthly-summary.ts';
import { rank } from './rank.ts';
import type { DigestGround } from './weekly-figures.ts';

/** What figures are asked for: of a type's findings in some departments, or in all, since an instant. */
export interface StatsRequest {
  readonly type: string;
  readonly departments: readonly string[];
  readonly since: Date;
  readonly zone: string;
}

/**
 * The figures of the monthly summary for any span until now, as a card: computed by the same functions. They leave restricted records
 * out, as the summary does, and take a finding's actions in.
 */
export async function drawStats(wish: StatsRequest, ground: DigestGround, locale: Locale): Promise<Card> {
  const { reports, org, now } = ground;
  const scope = await scopeOf(wish.departments.length > 0 ? wish.departments : 'all', wish.since, ground);
  const span: Span = { from: wish.since, to: now };
  const say = (key: MessageKey, params?: MessageParams) => translate(locale, key, params);
  const standing = await reports.countOpen(wish.type, scope.departments, now);
  const figures = await figuresOf(scope, span, ground);
  const mean = ({ days, of }: Mean) =>
    days === null ? say('monthly.noRate') : say('monthly.days', { days, count: of });
  const fact = (key: MessageKey, value: string): Fact => ({ label: say(key), value: [bold(value)] });
  const title = say('stats.title', { day: formatDay(dayOf(wish.since, wish.zone), locale) });
  const named = wish.departments.map((id) => nameOf(org.department(id)?.name ?? { zh: id, en: id }, locale));
  const blocks: Block[] = [
    ...(named.length > 0 ? [{ kind: 'note', text: words(named.join(say('common.listSeparator'))) } as const] : []),
    {
      kind: 'facts',
      facts: [
        fact('stats.open', String(standing.all)),
        fact('stats.overdue', String(standing.overdue)),
        fact('monthly.opened', String(figures.opened)),
        fact('monthly.closed', String(figures.closed)),
        fact('monthly.onTime', rateIn(figures.kept, say)),
        fact('monthly.lateExtended', String(figures.kept.lateExtended)),
        fact('monthly.late', String(figures.kept.late)),
        fact('monthly.toCapa', mean(figures.toCapa)),
        fact('monthly.toClose', mean(figures.toClose)),
      ],
    },
    ...counted(say('stats.byState'), await statesOf(standing, wish.type, scope, ground, locale)),
    ...departmentBlock(await departmentsOf(scope, span, ground), say, locale),
    ...counted(
      say('monthly.causes'),
      causesOf(scope.rows, span, ground).map(({ cause, count }) => [nameOf(cause, locale), count]),
    ),
    { kind: 'note', text: words(say('monthly.formulas')) },
  ];
  return { title, tone: 'neutral', summary: title, blocks };
}

/** How many are open in each state, the fullest first; of equally full ones the one whose first record is the most urgent. */
async function statesOf(
  { byState }: OpenCounts,
  type: string,
  { departments }: Scope,
  { reports }: DigestGround,
  locale: Locale,
): Promise<[string, number][]> {
  const states = await rank(
    byState,
    (left, right) => right.count - left.count,
    ({ state }) => reports.placeOfState(type, state, departments),
    comparePlaces,
  );
  return states.map(({ state, count }) => [label(`${type}.state.${state}`, locale), count]);
}

function counted(heading: string, counts: readonly (readonly [string, number])[]): Block[] {
  if (counts.length === 0) return [];
  const text = counts.map(([name, count]) => `${name}  ${count}`).join('\n');
  return [
    { kind: 'heading', text: heading },
    { kind: 'text', text: words(text) },
  ];
}

type Say = (key: MessageKey, params?: MessageParams) => string;

function departmentBlock(departments: Awaited<ReturnType<typeof departmentsOf>>, say: Say, locale: Locale): Block[] {
  if (departments.length < 2) return [];
  const lines = departments.slice(0, 10).map(({ department, opened, closed, kept }) => ({
    text: [
      bold(department ? nameOf(department, locale) : say('digest.unassigned')),
      plain(say('monthly.department', { opened, closed, onTime: rateIn(kept, say) })),
    ],
  }));
  return [
    { kind: 'heading', text: say('monthly.byDepartment') },
    { kind: 'lines', lines },
  ];
}

function rateIn(kept: Kept, say: Say): string {
  const sum = kept.onTime + kept.lateExtended + kept.late;
  const rate = percentText({ met: kept.onTime, of: sum });
  return rate === null ? say('monthly.noneDue') : say('monthly.rate', { rate, onTime: kept.onTime, sum });
}
