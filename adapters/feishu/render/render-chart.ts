import { chartTitle, formatValue } from '../../../src/charts/chart-words.ts';
import { type ChartLimits, cutTo, fitChart, isEmptyChart } from '../../../src/charts/fit-chart.ts';
import { palette } from '../../../src/charts/palette.ts';
import { inkOf, seriesInks } from '../../../src/charts/shapes.ts';
import type { Chart, Series } from '../../../src/chat/card.ts';
import { words } from '../../../src/chat/text.ts';
import type { Locale } from '../../../src/i18n/locale.ts';
import { translate } from '../../../src/i18n/translate.ts';
import { limits } from '../limits.ts';
import type { ChartDatum, ChartSpec, Element } from './card-json.ts';
import { cleanWords, renderParagraph } from './render-text.ts';

const chartLimits: ChartLimits = { ...limits.chart, cut: cutTo(limits.chart.label) };

/** Heights in pixels: title and legend plus each horizontal bar; a line; a pie with its long legend. */
const HEAD = 130;
const BAR = 26;
const LINE = 260;
const PIE = 340;
/** https://open.larkoffice.com/document/feishu-cards/card-json-v2-components/content-components/chart (`height`: 1 to 999) */
const HIGHEST = 999;

/** A chart as Feishu's own: VChart, drawn by its clients. One without numbers is described in words. */
export function renderChart(chart: Chart, locale: Locale): Element {
  if (isEmptyChart(chart)) return renderParagraph(words(chart.alt), 'note');
  const fitted = fitChart(chart, chartLimits, locale);
  return { tag: 'chart', height: `${heightOf(fitted)}px`, chart_spec: specOf(fitted, locale) };
}

function heightOf({ as, categories, series }: Chart): number {
  if (as === 'line') return LINE;
  if (as === 'pie') return PIE;
  const bars = categories.length * (as === 'bar' ? series.length : 1);
  return Math.min(HIGHEST, HEAD + bars * BAR + categories.length * 6);
}

/** Only what VChart draws the same on phones: no textures, gradients or functions. */
function specOf(chart: Chart, locale: Locale): ChartSpec {
  const { as, series } = chart;
  const common = {
    title: { visible: true, text: cleanWords(chartTitle(chart, locale)) },
    data: [{ id: 'numbers', values: as === 'pie' ? sharesOf(chart, locale) : numbersOf(chart) }],
    legends: { visible: as === 'pie' || series.length > 1, orient: 'bottom', maxRow: limits.chart.segments },
    color: as === 'pie' ? seriesInks.map((ink) => palette[ink]) : series.map(colorOf),
  } as const;
  switch (as) {
    case 'bar':
      return { ...common, ...lying(chart), type: 'bar', yField: ['item', 'series'], label: outside };
    case 'stacked':
      return { ...common, ...lying(chart), type: 'bar', yField: 'item', stack: true, label: inside };
    case 'line':
      return {
        ...common,
        type: 'line',
        xField: 'item',
        yField: 'value',
        seriesField: 'series',
        label: { visible: true },
      };
    case 'pie':
      return { ...common, ...ring, type: 'pie', valueField: 'value', categoryField: 'item', label: { visible: false } };
    default:
      return as satisfies never;
  }
}

const colorOf = ({ tone }: Series, place: number) => palette[inkOf(tone, place)];

/** Labels at the left, if there is room; no scale, since every bar has its number, but room for the longest one's. */
function lying({ as, categories, series }: Chart) {
  const ends = categories.map((_, at) => {
    const values = series.map((one) => one.values[at] ?? 0);
    return as === 'stacked' ? values.reduce((sum, value) => sum + value, 0) : Math.max(...values);
  });
  const room = as === 'stacked' ? 1 : 1.2;
  return {
    direction: 'horizontal',
    xField: 'value',
    seriesField: 'series',
    axes: [
      { orient: 'left', type: 'band' },
      { orient: 'bottom', type: 'linear', visible: false, min: 0, max: rounded(Math.max(...ends) * room) },
    ],
  } as const;
}

/** A number as displayed: at most one decimal. */
const rounded = (value: number) => Math.round(value * 10) / 10;

const ring = { outerRadius: 0.8, innerRadius: 0.5 } as const;
const outside = { visible: true, position: 'outside', overlap: false } as const;
const inside = { visible: true, position: 'inside', style: { fill: palette.surface } } as const;

/** All numbers; in a stack no zeros, which would show as labels without a bar, except for a category with nothing else. */
function numbersOf({ as, categories, series }: Chart): ChartDatum[] {
  return series.flatMap(({ name, values }, place) =>
    categories.flatMap((item, at) => {
      const value = values[at] ?? 0;
      const isBare = place === 0 && series.every((one) => (one.values[at] ?? 0) === 0);
      if (as === 'stacked' && value === 0 && !isBare) return [];
      return [{ item: cleanWords(item), value: rounded(value), series: cleanWords(name) }];
    }),
  );
}

/** Each segment's number is in its name: unlike labels around a pie, a legend is never cut off at the edge of a phone. */
function sharesOf({ categories, series }: Chart, locale: Locale): ChartDatum[] {
  const [first] = series;
  return categories.map((category, at) => {
    const value = first?.values[at] ?? 0;
    const item = translate(locale, 'chart.value', { name: category, value: formatValue(value, locale) });
    return { item: cleanWords(item), value: rounded(value), series: cleanWords(first?.name ?? '') };
  });
}
