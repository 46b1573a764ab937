import { describe, expect, test } from 'vitest';
import { layOutChart, PAGE_WIDTH, PICTURE_WIDTH } from '../../src/charts/lay-out-chart.ts';
import type { ChartDrawing, Label } from '../../src/charts/shapes.ts';
import { textWidth } from '../../src/charts/text-width.ts';
import type { Chart } from '../../src/chat/card.ts';
import { locales } from '../../src/i18n/locale.ts';
import { charts, worstChart } from '../renderers/chart-samples.ts';

const kinds = ['bar', 'stacked', 'line', 'pie'] as const;
const drawable: readonly (readonly [string, Chart])[] = [
  ...Object.entries(charts).filter(([name]) => name !== 'nothing'),
  ...kinds.map((as) => [`worst ${as}`, worstChart(as)] as const),
  ...kinds.map((as) => [`one ${as}`, { ...worstChart(as), categories: ['质量效能部'], series: oneValue(3) }] as const),
  ...kinds.map((as) => [`tiny ${as}`, { ...charts.overdue, as, series: oneValue(1, 99_999, 0, 1, 2) }] as const),
];

function oneValue(...values: readonly number[]): Chart['series'] {
  return [{ name: '本周', values }];
}

interface Area {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** What a label covers: letters rise about three quarters of their size above the baseline, and reach a fifth below it. */
function areaOf({ x, y, text, size, anchor }: Label): Area {
  const width = textWidth(text, size);
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  return { text, left, right: left + width, top: y - size * 0.75, bottom: y + size * 0.2 };
}

const labelsOf = ({ shapes }: ChartDrawing) =>
  shapes.flatMap((shape) => (shape.kind === 'label' ? [areaOf(shape)] : []));

const meet = (a: Area, b: Area) =>
  a.left < b.right - 0.1 && b.left < a.right - 0.1 && a.top < b.bottom - 0.1 && b.top < a.bottom - 0.1;

const places = locales.flatMap((locale) => [PICTURE_WIDTH, PAGE_WIDTH].map((width) => [width, locale] as const));

describe.each(places)('a chart laid out in %i pixels, in %s', (width, locale) => {
  test.each(drawable)('%s: no two words touch, and none leaves the drawing', (_name, chart) => {
    const drawing = layOutChart(chart, locale, width);
    const labels = labelsOf(drawing);
    expect(labels.length).toBeGreaterThan(0);
    const touching = labels.flatMap((label, index) =>
      labels.slice(index + 1).flatMap((other) => (meet(label, other) ? [`${label.text} × ${other.text}`] : [])),
    );
    expect(touching).toEqual([]);
    const outside = labels.filter(
      ({ left, right, top, bottom }) =>
        left < -1 || right > drawing.width + 1 || top < -1 || bottom > drawing.height + 1,
    );
    expect(outside).toEqual([]);
  });

  test.each(drawable)('%s: all lengths are numbers, and no box leaves the drawing', (_name, chart) => {
    const drawing = layOutChart(chart, locale, width);
    expect(JSON.stringify(drawing)).not.toContain('null');
    for (const shape of drawing.shapes) {
      if (shape.kind !== 'box') continue;
      expect(shape.width).toBeGreaterThan(0);
      expect(shape.x + shape.width).toBeLessThanOrEqual(drawing.width);
    }
  });
});

test('a bar is as long as its value says, and a value above none is always to be seen', () => {
  const { shapes } = layOutChart({ ...charts.overdue, series: oneValue(100, 50, 0, 1, 25) }, 'en');
  const [whole = 0, half = 0, least = 0, quarter = 0] = shapes.flatMap((shape) =>
    shape.kind === 'box' ? [shape.width] : [],
  );
  expect(half / whole).toBeCloseTo(0.5);
  expect(quarter / whole).toBeCloseTo(0.25);
  expect(least).toBeGreaterThanOrEqual(2);
});

test('a line begins at zero and has whole numbers at its side where all values are whole', () => {
  const { shapes } = layOutChart({ ...charts.trend, series: oneValue(1, 0, 2, 1, 1, 3) }, 'en');
  const scale = shapes.flatMap((shape) => (shape.kind === 'label' && shape.anchor === 'end' ? [shape.text] : []));
  expect(scale).toEqual(['0', '1', '2', '3']);
});

test('a pie with one part is a whole ring', () => {
  const { shapes } = layOutChart(
    { ...charts.causes, series: [{ name: '项', values: [4, 0, 0, 0, 0, 0, 0, 0] }] },
    'en',
  );
  const slices = shapes.filter((shape) => shape.kind === 'slice');
  expect(slices).toMatchObject([{ from: 0, to: 1 }]);
});
