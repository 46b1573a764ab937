import { dayOf, shiftDay, startOfDay } from '../../src/calendar/day.ts';
import { formatShortDay } from '../../src/calendar/format.ts';
import { readDay } from '../../src/calendar/read-day.ts';
import type { Block, Line } from '../../src/chat/card.ts';
import type { Reply } from '../../src/chat/reply.ts';
import { bold, plain } from '../../src/chat/text.ts';
import { groupBy } from '../../src/group-by.ts';
import { translate } from '../../src/i18n/translate.ts';
import {
  type Coverage,
  type CoverageLine,
  coverageOf,
  coverageSum,
  coveredParts,
  shareOf,
} from '../../src/quality/call-back/coverage.ts';
import { personName } from '../../src/records/say.ts';
import type { Context } from '../context.ts';
import { plainCard, refuse } from '../replies.ts';

/** How many days back, where nothing else is said. */
const DAYS = 7;
const MOST_DAYS = 14;
const HOUR_MS = 3_600_000;

/** `/callback coverage`, `回访 覆盖率`, with `since 11-01`: how many were due, tried and reached in time, for each agent and each day. */
export async function showCoverage(said: string, context: Context): Promise<Reply> {
  const { org, now, person, facts, locale } = context;
  const { zone } = org.siteOfPerson(person.id);
  const today = dayOf(now, zone);
  const word = said.replace(/^(since|自|从)\s*/i, '').replace(/(起|以来)$/, '');
  const from = word === '' ? shiftDay(today, 1 - DAYS) : dayBack(word, today);
  if (from === undefined) return refuse(context, { key: 'calls.coverage.badDay' });
  const hours = org.settings.callBackHours;
  // What is due on a day was resolved so many hours before.
  const span = {
    from: new Date(startOfDay(from, zone).getTime() - hours * HOUR_MS),
    to: new Date(startOfDay(shiftDay(today, 1), zone).getTime() - hours * HOUR_MS),
  };
  const lines = coverageOf(await facts.between('callBack', span, coveredParts), { hours, now, zone });
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
  ]);
}

/** A day that is over: `11-01` said in January is last year's. */
function dayBack(word: string, today: string): string | undefined {
  const day = readDay(word, shiftDay(today, -364));
  return day !== undefined && day <= today ? day : undefined;
}

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

/** Only what there is. */
function partsOf(coverage: Coverage, { locale }: Context): string {
  const names = ['attemptedInTime', 'reachedInTime', 'late', 'unreached', 'pending', 'byPage', 'exempt'] as const;
  return names
    .filter((name) => coverage[name] > 0)
    .map((name) => translate(locale, `calls.coverage.${name}`, { count: coverage[name] }))
    .join(translate(locale, 'reminder.separator'));
}
