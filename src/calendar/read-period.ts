import { type Day, yearOf } from './day.ts';
import { type Period, type PeriodKind, periodBefore, periodOf } from './period.ts';

/** A period with its kind. */
export interface NamedPeriod {
  readonly kind: PeriodKind;
  readonly period: Period;
}

const relative: ReadonlyMap<string, readonly [kind: PeriodKind, isLast: boolean]> = new Map(
  (
    [
      ['month', false, ['month', 'this month', '本月', '这个月', '当月']],
      ['month', true, ['last month', '上月', '上个月']],
      ['quarter', false, ['quarter', 'this quarter', '本季度', '本季', '这个季度']],
      ['quarter', true, ['last quarter', '上季度', '上季', '上个季度']],
      ['year', false, ['year', 'this year', '今年', '本年', '本年度']],
      ['year', true, ['last year', '去年', '上年', '上年度']],
    ] as const
  ).flatMap(([kind, isLast, words]) => words.map((word) => [word, [kind, isLast]] as const)),
);

const englishMonths = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const chineseQuarters: Readonly<Record<string, number>> = { 一: 1, 二: 2, 三: 3, 四: 4 };

/**
 * The period that a text means: `last month`, `上季度`, `2026-10`, `2026年10月`, `10月`, `Oct 2026`, `Q3`, `2026Q3`, `2026年第三季度`, `2026`. Without a year it
 * is the latest one that has begun by `today`. Undefined for anything else.
 */
export function readPeriod(said: string, today: Day): NamedPeriod | undefined {
  const text = said.normalize('NFKC').trim().toLowerCase();
  const known = relative.get(text);
  if (known) {
    const [kind, isLast] = known;
    const period = periodOf(kind, today);
    return { kind, period: isLast ? periodBefore(kind, period) : period };
  }
  return readQuarter(text, today) ?? readMonth(text, today) ?? readYear(text);
}

const at = (kind: PeriodKind, year: number, month: number): NamedPeriod => ({
  kind,
  period: periodOf(kind, `${year}-${String(month).padStart(2, '0')}-01`),
});

/** Without a year: this year's if it has begun, otherwise last year's. */
function latest(kind: PeriodKind, year: string | undefined, month: number, today: Day): NamedPeriod {
  if (year !== undefined) return at(kind, Number(year), month);
  const own = at(kind, yearOf(today), month);
  return own.period.first <= today ? own : at(kind, yearOf(today) - 1, month);
}

function readQuarter(text: string, today: Day): NamedPeriod | undefined {
  const [, year, digit, character] = /^(?:(\d{4})[-/\s年]*)?(?:q([1-4])|第?([一二三四1-4])季度?)$/.exec(text) ?? [];
  const quarter = Number(digit ?? chineseQuarters[character ?? ''] ?? character);
  return Number.isInteger(quarter) ? latest('quarter', year, quarter * 3 - 2, today) : undefined;
}

function readMonth(text: string, today: Day): NamedPeriod | undefined {
  const [, year, first, second] = /^(\d{4})(?:[-/.](\d{1,2})|年(\d{1,2})月)$/.exec(text) ?? [];
  const [, alone] = /^(\d{1,2})月$/.exec(text) ?? [];
  const [, name = '', ofYear] = /^([a-z]+)(?:\s+(\d{4}))?$/.exec(text) ?? [];
  const named = englishMonths.findIndex((one) => one === name || one.slice(0, 3) === name) + 1;
  const month = Number(first ?? second ?? alone ?? (named || Number.NaN));
  if (!Number.isInteger(month) || month < 1 || month > 12) return undefined;
  return latest('month', year ?? ofYear, month, today);
}

function readYear(text: string): NamedPeriod | undefined {
  const [, year] = /^(20\d{2})年?(?:度)?$/.exec(text) ?? [];
  return year === undefined ? undefined : at('year', Number(year), 1);
}
