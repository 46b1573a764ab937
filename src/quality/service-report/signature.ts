import type { Sheet, Stroke } from '../../chat/card.ts';

/** The sheet for signing: strokes of points in whole numbers. `src/pages/assets/page.js` draws on the same. */
export const SHEET = { width: 1000, height: 400 } as const;

const MOST_POINTS = 1500;
/** `12,34 15,38;200,90`: points are separated by spaces, strokes by semicolons. */
const POINT = /^(\d{1,4}),(\d{1,4})$/;

/** The strokes of a signature; null if invalid: empty, too long, off the sheet, or no more than a dot. */
export function readSignature(text: string): readonly Stroke[] | null {
  if (text.length > MOST_POINTS * 10) return null;
  const lines = text.split(';').map((line) => line.split(' ').map(readPoint));
  if (lines.flat().length > MOST_POINTS || lines.flat().includes(null)) return null;
  const read = lines as readonly Stroke[];
  return lengthOf(read) < SHEET.height / 4 ? null : read;
}

function readPoint(text: string): readonly [number, number] | null {
  const [, x = '', y = ''] = POINT.exec(text) ?? [];
  const [across, down] = [Number(x), Number(y)];
  return x === '' || across > SHEET.width || down > SHEET.height ? null : [across, down];
}

function lengthOf(lines: readonly Stroke[]): number {
  const steps = lines.flatMap((line) => line.slice(1).map((point, at) => [line[at] ?? point, point] as const));
  return steps.reduce((sum, [[x0, y0], [x1, y1]]) => sum + Math.hypot(x1 - x0, y1 - y0), 0);
}

/** The sheet with a signature on it; empty if invalid. */
export const sheetOf = (text: string): Sheet => ({ ...SHEET, strokes: readSignature(text) ?? [] });
