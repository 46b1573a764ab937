import { palette } from './palette.ts';
import type { ChartDrawing, Ink, Shape } from './shapes.ts';
import { round, slicePath } from './slice-path.ts';

/** The margin around a drawing, in pixels. */
const MARGIN = 20;

/** A drawing as a stand-alone SVG with its own background, in one typeface. */
export function drawSvg({ width, height, shapes }: ChartDrawing, family: string): string {
  const [wide, high] = [width + 2 * MARGIN, round(height + 2 * MARGIN)];
  const background = `<rect width="${wide}" height="${high}" rx="8" fill="${palette.surface}"/>`;
  const inner = `<g transform="translate(${MARGIN} ${MARGIN})">${shapes.map(drawShape).join('')}</g>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${wide} ${high}" font-family="${family}">${background}${inner}</svg>`;
}

const fill = (ink: Ink) => `fill="${palette[ink]}"`;

function drawShape(shape: Shape): string {
  switch (shape.kind) {
    case 'box': {
      const { x, y, width, height, ink } = shape;
      return `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" rx="2" ${fill(ink)}/>`;
    }
    case 'rule': {
      const { from, to, ink } = shape;
      return `<path d="M${from.map(round).join(' ')} L${to.map(round).join(' ')}" stroke="${palette[ink]}"/>`;
    }
    case 'line': {
      const points = shape.points.map((point) => point.map(round).join(',')).join(' ');
      return `<polyline points="${points}" fill="none" stroke="${palette[shape.ink]}" stroke-width="2" stroke-linejoin="round"/>`;
    }
    case 'dot':
      return `<circle cx="${round(shape.x)}" cy="${round(shape.y)}" r="${shape.radius}" ${fill(shape.ink)}/>`;
    case 'slice':
      return `<path d="${slicePath(shape)}" ${fill(shape.ink)} stroke="${palette.surface}"/>`;
    case 'label': {
      const { x, y, size, anchor, ink, bold, text } = shape;
      const strong = bold ? ' font-weight="bold"' : '';
      return `<text x="${round(x)}" y="${round(y)}" font-size="${round(size)}" text-anchor="${anchor}"${strong} ${fill(ink)}>${escapeXml(text)}</text>`;
    }
    default:
      return shape satisfies never;
  }
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as valid XML: forbidden characters removed, markup escaped. */
const escapeXml = (text: string) =>
  text
    .toWellFormed()
    .replace(/(?![\t\n])\p{Cc}/gu, '')
    .replace(/[&<>"]/g, (sign) => entities[sign] ?? '');
