import { chartLines, chartTitle } from '../../../src/charts/chart-words.ts';
import { type ChartLimits, cutTo, fitChart, isEmptyChart } from '../../../src/charts/fit-chart.ts';
import type { Uploaded } from '../../../src/charts/picture-uploads.ts';
import type { Chart } from '../../../src/chat/card.ts';
import { bold, words } from '../../../src/chat/text.ts';
import type { Locale } from '../../../src/i18n/locale.ts';
import { limits } from '../limits.ts';
import type { DataVisualizationBlock, SlackBlock } from './data-visualization.ts';
import type { Measure } from './measure.ts';
import { plainText, richText, richTextOf, section, shorten } from './render-text.ts';

/** How a message shows its charts: with Slack's own block, as pictures, or in words. */
export interface PictureForm {
  readonly as: 'native' | 'pictures' | 'words';
  /** The files of uploaded pictures. */
  readonly files?: Uploaded;
}

/** Draws a card's charts one after another: only a limited number per message may be Slack's own. */
export type DrawChart = (chart: Chart) => SlackBlock[];

const chartLimits: ChartLimits = {
  categories: limits.chartCategories,
  segments: limits.chartSeries,
  series: limits.chartSeries,
  cut: cutTo(limits.chartLabel),
};

/** A drawer of charts for one message. A chart without numbers, or without a picture, is described in words. */
export function createChartDrawer(form: PictureForm, locale: Locale, measure: Measure): DrawChart {
  let natives = 0;
  return (chart) => {
    if (isEmptyChart(chart)) return [{ type: 'context', elements: [plainText(chart.alt, limits.text)] }];
    switch (form.as) {
      case 'native':
        natives += 1;
        return natives > limits.chartsPerMessage ? inWords(chart, locale, measure) : [native(chart, locale)];
      case 'pictures': {
        const file = form.files?.get(chart);
        return file === undefined ? inWords(chart, locale, measure) : [picture(chart, file, locale)];
      }
      case 'words':
        return inWords(chart, locale, measure);
      default:
        return form.as satisfies never;
    }
  };
}

/** Slack has no stacked bars: they are drawn side by side. */
function native(chart: Chart, locale: Locale): DataVisualizationBlock {
  const fitted = fitChart(chart, chartLimits, locale);
  const { as, categories, series } = fitted;
  const title = shorten(chartTitle(fitted, locale), limits.chartTitle);
  const data = (values: readonly number[]) => categories.map((label, place) => ({ label, value: values[place] ?? 0 }));
  if (as === 'pie') {
    return { type: 'data_visualization', title, chart: { type: 'pie', segments: data(series[0]?.values ?? []) } };
  }
  return {
    type: 'data_visualization',
    title,
    chart: {
      type: as === 'line' ? 'line' : 'bar',
      series: series.map(({ name, values }) => ({ name, data: data(values) })),
      axis_config: { categories },
    },
  };
}

/** A picture's numbers are pixels: the alternative text repeats them for those who cannot see it. */
function picture(chart: Chart, file: string, locale: Locale): SlackBlock {
  const told = [chart.alt, ...chartLines(chart, locale)].join('\n');
  return {
    type: 'image',
    slack_file: { id: file },
    alt_text: plainText(told, limits.altText).text,
    title: plainText(chartTitle(chart, locale), limits.altText),
  };
}

function inWords(chart: Chart, locale: Locale, measure: Measure): SlackBlock[] {
  const categories = Math.min(limits.inWords.categories, measure.lines);
  const fitted = fitChart(
    chart,
    { ...chartLimits, categories, segments: categories, cut: cutTo(limits.inWords.label) },
    locale,
  );
  const title = section(richText([bold(chartTitle(fitted, locale))], measure.text, locale));
  const points = chartLines(fitted, locale).map((line) => section(richText(words(line), measure.text, locale)));
  return [richTextOf(title, { type: 'rich_text_list', style: 'bullet', elements: points })];
}
