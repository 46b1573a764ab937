import type { Chart } from '../chat/card.ts';
import { inkOf, type Shape } from './shapes.ts';
import { textWidth } from './text-width.ts';
import { SMALL_SIZE } from './type-sizes.ts';

const SWATCH = 10;
const ROW = 22;
const GAP = 18;

/** The names of the series with their colors, in rows; empty for a single series. `height` is the space they take. */
export function layOutLegend(
  { series }: Pick<Chart, 'series'>,
  width: number,
): { readonly shapes: readonly Shape[]; readonly height: number } {
  if (series.length < 2) return { shapes: [], height: 0 };
  const shapes: Shape[] = [];
  let x = 0;
  let row = 0;
  series.forEach(({ name, tone }, place) => {
    const taken = SWATCH + 6 + textWidth(name, SMALL_SIZE);
    if (x > 0 && x + taken > width) {
      x = 0;
      row += 1;
    }
    const top = row * ROW;
    shapes.push({ kind: 'box', x, y: top + 3, width: SWATCH, height: SWATCH, ink: inkOf(tone, place) });
    shapes.push({
      kind: 'label',
      x: x + SWATCH + 6,
      y: top + 12,
      text: name,
      size: SMALL_SIZE,
      anchor: 'start',
      ink: 'soft',
    });
    x += taken + GAP;
  });
  return { shapes, height: (row + 1) * ROW + 6 };
}
