import type { Chart } from '../chat/card.ts';
import type { Locale } from '../i18n/locale.ts';
import { formatValue } from './chart-words.ts';
import { layOutLegend } from './lay-out-legend.ts';
import { type ChartDrawing, inkOf, type Label, type Shape } from './shapes.ts';
import { fitText, textWidth } from './text-width.ts';
import { SMALL_SIZE } from './type-sizes.ts';

const PLOT_HEIGHT = 170;
/** Room above the highest point and below the lowest for their values. */
const ABOVE = 18;
const BELOW = 18;
const MOST_TICKS = 4;
/** The widest that a category's name below the plot may be. */
const WIDEST_NAME = 90;

interface Frame {
  readonly left: number;
  readonly top: number;
  /** The width of one category. */
  readonly pitch: number;
  readonly highest: number;
}

/** Lines over time: the scale on the left, the categories below, values at the outermost points. */
export function layOutLine(chart: Chart, width: number, locale: Locale): ChartDrawing {
  const legend = layOutLegend(chart, width);
  const ticks = ticksFor(chart);
  const highest = ticks.at(-1) ?? 1;
  const left = Math.max(...ticks.map((tick) => textWidth(formatValue(tick, locale), SMALL_SIZE))) + 8;
  const pitch = (width - left) / chart.categories.length;
  const frame: Frame = { left, top: legend.height + ABOVE, pitch, highest };
  const bottom = frame.top + PLOT_HEIGHT;
  const grid = ticks.flatMap((tick): Shape[] => {
    const y = heightOf(frame, tick);
    const text = formatValue(tick, locale);
    return [
      { kind: 'rule', from: [left, y], to: [width, y], ink: 'grid' },
      { kind: 'label', x: left - 8, y: y + SMALL_SIZE * 0.36, text, size: SMALL_SIZE, anchor: 'end', ink: 'soft' },
    ];
  });
  const lines = chart.series.flatMap(({ values, tone }, place): Shape[] => {
    const ink = inkOf(tone, place);
    const points = values.map((value, index) => pointOf(frame, index, value));
    return [{ kind: 'line', points, ink }, ...points.map(([x, y]): Shape => ({ kind: 'dot', x, y, radius: 3, ink }))];
  });
  return {
    width,
    height: bottom + BELOW + 18,
    shapes: [
      ...legend.shapes,
      ...grid,
      ...lines,
      ...names(chart, frame, width, bottom),
      ...values(chart, frame, locale),
    ],
  };
}

const heightOf = ({ top, highest }: Frame, value: number) => top + PLOT_HEIGHT - (value / highest) * PLOT_HEIGHT;
const middleOf = ({ left, pitch }: Frame, index: number) => left + (index + 0.5) * pitch;
const pointOf = (frame: Frame, index: number, value: number) =>
  [middleOf(frame, index), heightOf(frame, value)] as const;

/** Round steps from zero to the first one not below the highest value; whole numbers if all values are whole. */
function ticksFor({ series }: Chart): number[] {
  const all = series.flatMap(({ values }) => values);
  const most = Math.max(...all);
  const least = all.every(Number.isInteger) ? 1 : 0.1;
  const raw = Math.max(most / MOST_TICKS, least);
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 5, 10].map((part) => part * power).find((one) => one >= raw - 1e-9) ?? raw;
  const count = Math.max(1, Math.ceil(most / step - 1e-9));
  return Array.from({ length: count + 1 }, (_, index) => index * step);
}

/** The categories below the plot; only every second or third if they are too wide, but always the last, which is the newest. */
function names({ categories }: Chart, frame: Frame, width: number, bottom: number): Label[] {
  const { pitch } = frame;
  const widest = Math.min(WIDEST_NAME, Math.max(...categories.map((name) => textWidth(name, SMALL_SIZE))));
  // The last one moves inward if it would cross the edge, so it ends up closer to the one before it.
  const every = Math.ceil((widest + Math.max(0, (widest - pitch) / 2) + 8) / pitch);
  const y = bottom + BELOW + SMALL_SIZE;
  return categories.flatMap((name, index): Label[] => {
    if ((categories.length - 1 - index) % every !== 0) return [];
    const text = fitText(name, SMALL_SIZE, widest);
    const half = textWidth(text, SMALL_SIZE) / 2;
    const x = Math.max(half, Math.min(middleOf(frame, index), width - half));
    return [{ kind: 'label', x, y, text, size: SMALL_SIZE, anchor: 'middle', ink: 'soft' }];
  });
}

/** The highest value of each category above its point and the lowest below it; the ones between are in the table. */
function values({ series, categories }: Chart, frame: Frame, locale: Locale): Label[] {
  const at = (index: number) => series.map(({ values: all }) => all[index] ?? 0);
  const texts = categories.flatMap((_, index) => at(index).map((value) => formatValue(value, locale)));
  const isTight = Math.max(...texts.map((text) => textWidth(text, SMALL_SIZE))) + 4 > frame.pitch;
  return categories.flatMap((_, index): Label[] => {
    if (isTight && index < categories.length - 1) return [];
    const [high, low] = [Math.max(...at(index)), Math.min(...at(index))];
    const label = (value: number, shift: number): Label => {
      const [x, y] = pointOf(frame, index, value);
      const edge = isTight ? ({ x: x + frame.pitch / 2, anchor: 'end' } as const) : ({ x, anchor: 'middle' } as const);
      return { kind: 'label', ...edge, y: y + shift, text: formatValue(value, locale), size: SMALL_SIZE, ink: 'ink' };
    };
    return [label(high, -7), ...(low < high ? [label(low, 15)] : [])];
  });
}
