import type { Day } from '../../src/calendar/day.ts';
import { formatShortDay } from '../../src/calendar/format.ts';
import type { Block, Line } from '../../src/chat/card.ts';
import type { Reply } from '../../src/chat/reply.ts';
import { bold, plain } from '../../src/chat/text.ts';
import { groupBy } from '../../src/group-by.ts';
import { translate } from '../../src/i18n/translate.ts';
import {
  type Coverage,
  type CoverageLine,
  coverageCounts,
  coverageSum,
  shareOf,
} from '../../src/quality/call-back/coverage.ts';
import { personName } from '../../src/records/say.ts';
import type { Context } from '../context.ts';
import { plainCard, refuse } from '../replies.ts';
import { firstDayOf, readCoverage } from './read-coverage.ts';

/** The most days that are listed one by one. */
const MOST_DAYS = 14;

/** `/callback coverage`, `回访 覆盖率`, with `since 11-01`: how many were due, tried and reached in time, for each agent and each day. */
export async function showCoverage(said: string, context: Context): Promise<Reply> {
  const { locale } = context;
  const from = firstDayOf(said, context);
  if (from === undefined) return refuse(context, { key: 'calls.coverage.badDay' });
  const lines = await readCoverage(from, context);
  const title = translate(locale, 'calls.coverage.title', { day: formatShortDay(from, locale) });
  const all = coverageSum(lines);
  return plainCard(title, [
    { kind: 'text', text: [bold(summaryOf(all, context)), plain(`\n${partsOf(all, context)}`)] },
    ...section(
      'calls.coverage.agents',
      groups(lines, ({ agent }) => agent ?? ''),
      nameOfAgent(context),
      context,
    ),
    ...section(
      'calls.coverage.days',
      groups(lines, ({ day }) => day).slice(-MOST_DAYS),
      (day) => formatShortDay(day, locale),
      context,
    ),
    ...saveButtons(lines, from, context),
  ]);
}

const saveButtons = (lines: readonly CoverageLine[], from: Day, { locale }: Context): Block[] =>
  lines.length === 0
    ? []
    : [
        {
          kind: 'buttons',
          buttons: (['xlsx', 'csv'] as const).map((as) => ({
            action: 'callback.export',
            label: translate(locale, `export.${as}`),
            value: { from, as },
          })),
        },
      ];

type Group = readonly [key: string, coverage: Coverage];

function groups(lines: readonly CoverageLine[], keyOf: (line: CoverageLine) => string): Group[] {
  return [...groupBy(lines, keyOf)].map(([key, some]) => [key, coverageSum(some)] as const);
}

function section(
  heading: 'calls.coverage.agents' | 'calls.coverage.days',
  some: readonly Group[],
  name: (key: string) => string,
  context: Context,
): Block[] {
  if (some.length === 0) return [];
  const lines = some.map(
    ([key, coverage]): Line => ({
      text: [bold(name(key)), plain(`　${summaryOf(coverage, context)}\n${partsOf(coverage, context)}`)],
    }),
  );
  return [
    { kind: 'heading', text: translate(context.locale, heading) },
    { kind: 'lines', lines },
  ];
}

const nameOfAgent = (context: Context) => (id: string) =>
  id === '' ? translate(context.locale, 'calls.coverage.nobody') : personName(id, context);

function summaryOf(coverage: Coverage, { locale }: Context): string {
  const share = shareOf(coverage.reachedInTime, coverage);
  const { due } = coverage;
  return share === null
    ? translate(locale, 'calls.coverage.none', { due })
    : translate(locale, 'calls.coverage.share', { due, share });
}

/** The outcomes of those that were due; only those that occur. */
function partsOf(coverage: Coverage, { locale }: Context): string {
  const [, ...names] = coverageCounts;
  return names
    .filter((name) => coverage[name] > 0)
    .map((name) => translate(locale, `calls.coverage.${name}`, { count: coverage[name] }))
    .join(translate(locale, 'reminder.separator'));
}
