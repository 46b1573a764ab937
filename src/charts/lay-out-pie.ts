import type { Chart } from '../chat/card.ts';
import type { Locale } from '../i18n/locale.ts';
import { formatValue } from './chart-words.ts';
import { type ChartDrawing, inkOf, type Shape } from './shapes.ts';
import { fitText, textWidth } from './text-width.ts';
import { LABEL_SIZE } from './type-sizes.ts';

const OUTER = 84;
const INNER = 52;
const ROW = 26;
const TOTAL_SIZE = 22;
/** Where the legend begins, and the width of its column of shares on the right. */
const LEGEND = OUTER * 2 + 36;
const SHARE = 54;

/** A ring with its total inside, and beside it a row for each part: name, value, share. */
export function layOutPie(chart: Chart, width: number, locale: Locale): ChartDrawing {
  const parts = chart.series[0]?.values ?? [];
  const total = parts.reduce((sum, value) => sum + value, 0);
  const figures = Math.max(...parts.map((value) => textWidth(formatValue(value, locale), LABEL_SIZE))) + 10;
  const rows = parts.length * ROW;
  const height = Math.max(OUTER * 2, rows);
  const middle = height / 2;
  let turned = 0;
  const shapes = chart.categories.flatMap((category, place): Shape[] => {
    const value = parts[place] ?? 0;
    const from = turned;
    turned += value / total;
    const ink = inkOf(undefined, place);
    const y = middle - rows / 2 + place * ROW + ROW / 2 + LABEL_SIZE * 0.36;
    const text = fitText(category, LABEL_SIZE, width - LEGEND - 18 - figures - SHARE);
    const share = `${formatValue((value / total) * 100, locale)}%`;
    const figure = { kind: 'label', y, size: LABEL_SIZE, anchor: 'end' } as const;
    return [
      { kind: 'slice', x: OUTER, y: middle, outer: OUTER, inner: INNER, from, to: turned, ink },
      { kind: 'box', x: LEGEND, y: y - 10, width: 11, height: 11, ink },
      { kind: 'label', x: LEGEND + 18, y, text, size: LABEL_SIZE, anchor: 'start', ink: 'ink' },
      { ...figure, x: width - SHARE, text: formatValue(value, locale), ink: 'ink', bold: true },
      { ...figure, x: width, text: share, ink: 'soft' },
    ];
  });
  const sum = formatValue(total, locale);
  const size = Math.min(TOTAL_SIZE, (TOTAL_SIZE * (INNER * 2 - 16)) / textWidth(sum, TOTAL_SIZE));
  const y = middle + size * 0.36;
  return {
    width,
    height,
    shapes: [...shapes, { kind: 'label', x: OUTER, y, text: sum, size, anchor: 'middle', ink: 'ink', bold: true }],
  };
}
