import type { Chart } from '../chat/card.ts';
import type { Locale } from '../i18n/locale.ts';
import { type ChartLimits, fitChart } from './fit-chart.ts';
import { layOutBars } from './lay-out-bars.ts';
import { layOutLine } from './lay-out-line.ts';
import { layOutPie } from './lay-out-pie.ts';
import type { Drawing } from './shapes.ts';
import { fitText, textWidth } from './text-width.ts';
import { LABEL_SIZE, WIDEST_LABEL } from './type-sizes.ts';

/** What a drawing of ours can hold and still be read. */
const limits: ChartLimits = {
  categories: 20,
  segments: 6,
  series: 6,
  cut: (label, mark) => `${fitText(label, LABEL_SIZE, WIDEST_LABEL - textWidth(mark, LABEL_SIZE))}${mark}`,
};

/** How wide every drawing is, in pixels: about a message's width, so that its letters are as large as the text around it. */
const WIDTH = 560;

/** Lays a chart out, without its title. Must not be empty: see `isEmptyChart`. */
export function layOutChart(chart: Chart, locale: Locale): Drawing {
  const fitted = fitChart(chart, limits, locale);
  switch (fitted.as) {
    case 'bar':
    case 'stacked':
      return layOutBars(fitted, WIDTH, locale);
    case 'line':
      return layOutLine(fitted, WIDTH, locale);
    case 'pie':
      return layOutPie(fitted, WIDTH, locale);
    default:
      return fitted.as satisfies never;
  }
}
