import type { Sheet } from '../chat/card.ts';
import { toPng } from './to-png.ts';

/** Width in pixels: twice the displayed resolution. */
const WIDTH = 1000;

/** The lines of a sheet as one SVG path. */
export const strokesPath = ({ strokes }: Sheet): string =>
  strokes
    .map((stroke) => {
      const [first = [0, 0], ...rest] = stroke;
      const to = (rest.length === 0 ? [first] : rest).map((point) => `L${point.join(' ')}`).join('');
      return `M${first.join(' ')}${to}`;
    })
    .join('');

/** A sheet as a stand-alone SVG: ink on white. */
export function drawHandwriting(sheet: Sheet): string {
  const { width, height } = sheet;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"><rect width="${width}" height="${height}" fill="#fff"/><path d="${strokesPath(sheet)}" fill="none" stroke="#1c2430" stroke-width="6" stroke-linecap="round" stroke-linejoin="round"/></svg>`;
}

/** A sheet as a PNG. */
export const paintHandwriting = (sheet: Sheet): Promise<Buffer> =>
  toPng(drawHandwriting(sheet), { fitTo: { mode: 'width', value: WIDTH } });
