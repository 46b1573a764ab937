import type { Chart } from '../chat/card.ts';
import type { Locale } from '../i18n/locale.ts';
import { type ChartLimits, fitChart } from './fit-chart.ts';
import { layOutBars } from './lay-out-bars.ts';
import { layOutLine } from './lay-out-line.ts';
import { layOutPie } from './lay-out-pie.ts';
import type { ChartDrawing } from './shapes.ts';
import { fitText, textWidth } from './text-width.ts';
import { LABEL_SIZE, WIDEST_LABEL } from './type-sizes.ts';

/** The limits within which our own drawing stays readable. */
const limits: ChartLimits = {
  categories: 20,
  segments: 6,
  series: 6,
  cut: (label, mark) => `${fitText(label, LABEL_SIZE, WIDEST_LABEL - textWidth(mark, LABEL_SIZE))}${mark}`,
};

/** The width of a drawing in pixels: about a message's width, so that its text is as large as the text around it. */
export const PICTURE_WIDTH = 560;
/** On a page that is also read on a phone: narrower, so that its text does not shrink too much there. */
export const PAGE_WIDTH = 440;

/** Lays out a chart, without its title. Must not be empty: see `isEmptyChart`. */
export function layOutChart(chart: Chart, locale: Locale, width: number = PICTURE_WIDTH): ChartDrawing {
  const fitted = fitChart(chart, limits, locale);
  switch (fitted.as) {
    case 'bar':
    case 'stacked':
      return layOutBars(fitted, width, locale);
    case 'line':
      return layOutLine(fitted, width, locale);
    case 'pie':
      return layOutPie(fitted, width, locale);
    default:
      return fitted.as satisfies never;
  }
}
