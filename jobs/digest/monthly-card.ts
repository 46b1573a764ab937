import { yearOf } from '../../src/calendar/day.ts';
import { formatMonth, formatMonthIn } from '../../src/calendar/format.ts';
import type { Block, Card, Chart, Fact } from '../../src/chat/card.ts';
import { bold, plain, words } from '../../src/chat/text.ts';
import type { Kept, Mean } from '../../src/figures/clocks.ts';
import type { MonthFigures } from '../../src/figures/finding/compute.ts';
import type { Locale } from '../../src/i18n/locale.ts';
import { type MessageKey, type MessageParams, translate } from '../../src/i18n/translate.ts';
import { nameOf } from '../../src/org/organisation.ts';
import { percentText } from '../../src/share.ts';
import type { MonthlySummaryContent } from './monthly-content.ts';

type Say = (key: MessageKey, params?: MessageParams) => string;
type Department = MonthlySummaryContent['departments'][number];

/** A month's summary as a card: its figures compared with the month before, charts, departments, and how each figure is computed. */
export function drawMonthlySummary(content: MonthlySummaryContent, locale: Locale): Card {
  const say: Say = (key, params) => translate(locale, key, params);
  const { figures } = content;
  const title = say('monthly.title', { month: formatMonth(content.first, locale) });
  const summary = say('monthly.summary', {
    opened: figures.opened,
    closed: figures.closed,
    rate: rateOf(figures.kept) ?? say('monthly.noRate'),
  });
  return {
    title,
    tone: 'neutral',
    summary,
    blocks: [
      { kind: 'facts', facts: factsOf(content, say) },
      trendChart(content, say, locale),
      keptChart(content, say, locale),
      ...departmentBlocks(content.departments, say, locale),
      causeChart(content, say, locale),
      { kind: 'note', text: words(say('monthly.formulas')) },
    ],
  };
}

const sumOf = ({ onTime, lateExtended, late }: Kept) => onTime + lateExtended + late;

/** The share of deadlines due that were met, as `80%`; null if none was due. */
const rateOf = (kept: Kept): string | null => percentText({ met: kept.onTime, of: sumOf(kept) });

/** Each figure with that of the month before. */
function factsOf({ figures, before }: MonthlySummaryContent, say: Say): Fact[] {
  const fact = (label: MessageKey, of: (month: MonthFigures) => string): Fact => ({
    label: say(label),
    value: [bold(of(figures)), plain(say('monthly.before', { value: of(before) }))],
  });
  const mean = ({ days, of }: Mean) =>
    days === null ? say('monthly.noRate') : say('monthly.days', { days, count: of });
  const rate = ({ kept }: MonthFigures) => {
    const shown = rateOf(kept);
    return shown === null
      ? say('monthly.noRate')
      : say('monthly.rate', { rate: shown, onTime: kept.onTime, sum: sumOf(kept) });
  };
  return [
    fact('monthly.opened', ({ opened }) => String(opened)),
    fact('monthly.closed', ({ closed }) => String(closed)),
    fact('monthly.onTime', rate),
    fact('monthly.lateExtended', ({ kept }) => String(kept.lateExtended)),
    fact('monthly.late', ({ kept }) => String(kept.late)),
    fact('monthly.toCapa', ({ toCapa }) => mean(toCapa)),
    fact('monthly.toClose', ({ toClose }) => mean(toClose)),
  ];
}

function trendChart({ first, trend, figures }: MonthlySummaryContent, say: Say, locale: Locale): Chart {
  return {
    kind: 'chart',
    as: 'line',
    title: say('monthly.trend'),
    unit: say('monthly.unit'),
    categories: trend.map(({ first: month }) => formatMonthIn(month, yearOf(first), locale)),
    series: [
      { name: say('monthly.opened'), values: trend.map(({ opened }) => opened) },
      { name: say('monthly.closed'), values: trend.map(({ closed }) => closed), tone: 'good' },
    ],
    alt: say('monthly.trend.alt', { opened: figures.opened, closed: figures.closed, months: trend.length }),
  };
}

const departmentName = ({ department }: Department, say: Say, locale: Locale) =>
  department ? nameOf(department, locale) : say('digest.unassigned');

function keptChart({ departments, figures }: MonthlySummaryContent, say: Say, locale: Locale): Chart {
  const due = departments.filter(({ kept }) => sumOf(kept) > 0);
  const series = (['onTime', 'lateExtended', 'late'] as const).map((column) => ({
    name: say(`monthly.column.${column}`),
    values: due.map(({ kept }) => kept[column]),
    tone: ({ onTime: 'good', lateExtended: 'warning', late: 'late' } as const)[column],
  }));
  return {
    kind: 'chart',
    as: 'stacked',
    title: say('monthly.kept'),
    unit: say('monthly.unit.deadlines'),
    categories: due.map((one) => departmentName(one, say, locale)),
    series,
    alt: say('monthly.kept.alt', { onTime: figures.kept.onTime, sum: sumOf(figures.kept) }),
  };
}

function departmentBlocks(departments: readonly Department[], say: Say, locale: Locale): Block[] {
  if (departments.length === 0) return [];
  const lines = departments.map((one) => {
    const { opened, closed, kept } = one;
    const rate = rateOf(kept);
    const onTime =
      rate === null ? say('monthly.noneDue') : say('monthly.rate', { rate, onTime: kept.onTime, sum: sumOf(kept) });
    return {
      text: [bold(departmentName(one, say, locale)), plain(say('monthly.department', { opened, closed, onTime }))],
    };
  });
  return [
    { kind: 'heading', text: say('monthly.byDepartment') },
    { kind: 'lines', lines },
  ];
}

function causeChart({ causes }: MonthlySummaryContent, say: Say, locale: Locale): Chart {
  const [most] = causes;
  const all = causes.reduce((sum, { count }) => sum + count, 0);
  const params = { all, cause: most ? nameOf(most.cause, locale) : '', count: most?.count ?? 0 };
  return {
    kind: 'chart',
    as: 'pie',
    title: say('monthly.causes'),
    unit: say('monthly.unit.reports'),
    categories: causes.map(({ cause }) => nameOf(cause, locale)),
    series: [{ name: say('monthly.causes'), values: causes.map(({ count }) => count) }],
    alt: most ? say('monthly.causes.alt', params) : say('monthly.causes.none'),
  };
}
