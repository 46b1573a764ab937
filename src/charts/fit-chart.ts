import type { Chart, Series } from '../chat/card.ts';
import type { Locale } from '../i18n/locale.ts';
import { translate } from '../i18n/translate.ts';

/** The limits of a picture, or of a platform's native chart. */
export interface ChartLimits {
  readonly categories: number;
  readonly segments: number;
  readonly series: number;
  /** Shortens a label so that it fits with `mark` behind it; the mark must stay whole. */
  readonly cut: (label: string, mark: string) => string;
}

/** Whether there is nothing to draw: no categories, or only zeros. */
export function isEmptyChart({ categories, series }: Chart): boolean {
  return categories.length === 0 || series.every(({ values }) => values.every((value) => value === 0));
}

/**
 * The chart reduced to the limits, with no two labels the same. Categories beyond the limit are summed into one, "others (3)"; a line chart keeps the
 * latest. Series beyond the limit are left out, since they cannot be added up, and the title says so. A pie has no empty segments.
 */
export function fitChart(chart: Chart, limits: ChartLimits, locale: Locale): Chart {
  const most = chart.as === 'pie' ? limits.segments : limits.categories;
  const shown = chart.as === 'pie' ? withoutZeros(chart) : chart;
  const folded = chart.as === 'line' ? latest(shown, most) : withOthers(shown, most, locale);
  const series = folded.series.slice(0, chart.as === 'pie' ? 1 : limits.series);
  const missing = chart.as === 'pie' ? 0 : folded.series.length - series.length;
  const names = distinct(
    series.map(({ name }) => name),
    limits.cut,
  );
  return {
    ...folded,
    ...(missing > 0 && { title: translate(locale, 'chart.moreSeries', { title: folded.title, count: missing }) }),
    categories: distinct(folded.categories, limits.cut),
    series: series.map((one, index) => ({ ...one, name: names[index] ?? one.name })),
  };
}

function withoutZeros(chart: Chart): Chart {
  const [first] = chart.series;
  const places = chart.categories.flatMap((_, place) => ((first?.values[place] ?? 0) > 0 ? [place] : []));
  return pick(chart, places);
}

function latest(chart: Chart, most: number): Chart {
  const all = chart.categories.map((_, place) => place);
  return all.length <= most ? chart : pick(chart, all.slice(-most));
}

function pick(chart: Chart, places: readonly number[]): Chart {
  const at = <T>(list: readonly T[]) => places.flatMap((place) => list.slice(place, place + 1));
  const series = chart.series.map((one): Series => ({ ...one, values: at(one.values) }));
  return { ...chart, categories: at(chart.categories), series };
}

function withOthers(chart: Chart, most: number, locale: Locale): Chart {
  const rest = chart.categories.length - (most - 1);
  if (rest <= 1) return chart;
  const kept = most - 1;
  const sum = (values: readonly number[]) => values.slice(kept).reduce((total, value) => total + value, 0);
  const others = translate(locale, 'chart.others', { count: rest });
  return {
    ...chart,
    categories: [...chart.categories.slice(0, kept), others],
    series: chart.series.map((one) => ({ ...one, values: [...one.values.slice(0, kept), sum(one.values)] })),
  };
}

/** Labels cut to fit, and numbered where cutting made them the same. */
function distinct(labels: readonly string[], cut: ChartLimits['cut']): string[] {
  const seen = new Set<string>();
  return labels.map((written) => {
    const label = written.trim() || '—';
    let name = cut(label, '');
    for (let count = 2; seen.has(name); count += 1) name = cut(label, ` ${count}`);
    seen.add(name);
    return name;
  });
}

/** Cuts labels to at most this many characters. */
export function cutTo(most: number): ChartLimits['cut'] {
  return (label, mark) => {
    const letters = Array.from(label);
    const room = most - mark.length;
    return letters.length <= room ? `${label}${mark}` : `${letters.slice(0, room - 1).join('')}…${mark}`;
  };
}
