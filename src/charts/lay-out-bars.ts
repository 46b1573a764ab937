import type { Chart } from '../chat/card.ts';
import type { Locale } from '../i18n/locale.ts';
import { formatValue } from './chart-words.ts';
import { layOutLegend } from './lay-out-legend.ts';
import { type ChartDrawing, inkOf, type Label, type Shape } from './shapes.ts';
import { textWidth } from './text-width.ts';
import { LABEL_SIZE, SMALL_SIZE } from './type-sizes.ts';

/** The gap between a bar's end and its value, and between a label and the bars. */
const AIR = 8;
const ROW_GAP = 12;
/** A value above zero always gets a visible bar. */
const SHORTEST = 2;

/** The baseline that centers text beside a bar. */
const level = (middle: number, size: number) => middle + size * 0.36;

interface Frame {
  readonly chart: Chart;
  readonly locale: Locale;
  /** Where the bars begin, and the length of the longest. */
  readonly left: number;
  readonly room: number;
  readonly most: number;
}

/** Horizontal bars: a row for each category, its name before the bars and the values after them. */
export function layOutBars(chart: Chart, width: number, locale: Locale): ChartDrawing {
  const legend = layOutLegend(chart, width);
  const stacked = chart.as === 'stacked';
  const left = Math.max(0, ...chart.categories.map((label) => textWidth(label, LABEL_SIZE))) + AIR;
  const sums = chart.categories.map((_, place) => sumAt(chart, place));
  const values = stacked ? sums : chart.series.flatMap((one) => one.values);
  const widest = Math.max(...values.map((value) => textWidth(formatValue(value, locale), SMALL_SIZE)));
  const frame: Frame = { chart, locale, left, room: width - left - widest - AIR, most: Math.max(1, ...values) };
  const { thickness, pitch } = stacked ? { thickness: 16, pitch: 16 } : barsOf(chart.series.length);
  const rowHeight = stacked ? pitch : pitch * chart.series.length;
  const rows = chart.categories.flatMap((text, place): Shape[] => {
    const top = legend.height + place * (rowHeight + ROW_GAP);
    const y = level(top + rowHeight / 2, LABEL_SIZE);
    const name: Label = { kind: 'label', x: left - AIR, y, text, size: LABEL_SIZE, anchor: 'end', ink: 'ink' };
    const bars = stacked ? stack(frame, place, top, thickness) : group(frame, place, top, thickness, pitch);
    return [name, ...bars];
  });
  const bottom = legend.height + chart.categories.length * (rowHeight + ROW_GAP) - ROW_GAP;
  const axis: Shape = { kind: 'rule', from: [left, legend.height - 4], to: [left, bottom + 4], ink: 'grid' };
  return { width, height: bottom + 4, shapes: [...legend.shapes, axis, ...rows] };
}

const sumAt = ({ series }: Chart, place: number) => series.reduce((sum, { values }) => sum + (values[place] ?? 0), 0);

/** A single bar is thick; several share a row, each still as high as the letters of its value. */
const barsOf = (count: number) => (count === 1 ? { thickness: 16, pitch: 16 } : { thickness: 10, pitch: 14 });

const lengthOf = (value: number, { room, most }: Frame) =>
  value === 0 ? 0 : Math.max(SHORTEST, (value / most) * room);

function group(frame: Frame, place: number, top: number, thickness: number, pitch: number): Shape[] {
  const { chart, left } = frame;
  return chart.series.flatMap(({ values, tone }, index): Shape[] => {
    const value = values[place] ?? 0;
    const y = top + index * pitch + (pitch - thickness) / 2;
    const length = lengthOf(value, frame);
    const bar: Shape = { kind: 'box', x: left, y, width: length, height: thickness, ink: inkOf(tone, index) };
    return [...(value > 0 ? [bar] : []), ending(frame, value, length, y + thickness / 2)];
  });
}

/** A stacked bar: each part with its value if there is room, and the total behind. */
function stack(frame: Frame, place: number, top: number, thickness: number): Shape[] {
  const { chart, locale, left } = frame;
  const middle = top + thickness / 2;
  let x = left;
  const parts = chart.series.flatMap(({ values, tone }, index): Shape[] => {
    const value = values[place] ?? 0;
    const length = lengthOf(value, frame);
    const start = x;
    x += length;
    if (value === 0) return [];
    // A thin line of the surface color keeps neighbors apart.
    const shown = Math.max(SHORTEST, length - 1);
    const part: Shape = { kind: 'box', x: start, y: top, width: shown, height: thickness, ink: inkOf(tone, index) };
    const text = formatValue(value, locale);
    if (chart.series.length === 1 || textWidth(text, SMALL_SIZE) + AIR > length) return [part];
    const inside = { x: start + shown / 2, y: level(middle, SMALL_SIZE), size: SMALL_SIZE, anchor: 'middle' } as const;
    return [part, { kind: 'label', text, ...inside, ink: 'surface' }];
  });
  return [...parts, ending(frame, sumAt(chart, place), x - left, middle)];
}

function ending({ left, locale }: Frame, value: number, length: number, middle: number): Label {
  const text = formatValue(value, locale);
  const y = level(middle, SMALL_SIZE);
  return { kind: 'label', x: left + length + AIR - 2, y, text, size: SMALL_SIZE, anchor: 'start', ink: 'soft' };
}
