import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Chart, Picture } from '../chat/card.ts';
import type { Locale } from '../i18n/locale.ts';
import { paintHandwriting } from './draw-handwriting.ts';
import { drawSvg } from './draw-svg.ts';
import { isEmptyChart } from './fit-chart.ts';
import { layOutChart } from './lay-out-chart.ts';
import { type HasGlyph, readGlyphs } from './read-glyphs.ts';
import type { ChartDrawing } from './shapes.ts';
import { toPng } from './to-png.ts';

/** Ships in an npm package, so that a picture looks the same on every machine, whatever fonts it has. */
const FONT_FILE = 'NotoSansHans-Regular.otf';
const FAMILY = 'Noto Sans S Chinese';
/** For high-density (2x) screens. */
const ZOOM = 2;

interface Font {
  readonly path: string;
  readonly has: HasGlyph;
}

const require = createRequire(import.meta.url);
let loaded: Promise<Font> | undefined;

/** Loaded once, when the first picture is requested: few processes ever draw one. */
async function loadFont(): Promise<Font> {
  const root = dirname(dirname(require.resolve('@embedpdf/fonts-sc')));
  const path = join(root, 'fonts', FONT_FILE);
  return { path, has: readGlyphs(await readFile(path)) };
}

/** A picture as a PNG, drawn off the event loop in about a quarter of a second; null for a chart that words tell better. */
export async function drawPicture(picture: Picture, locale: Locale): Promise<Buffer | null> {
  switch (picture.kind) {
    case 'chart':
      return paintChart(picture, locale);
    case 'handwriting':
      return paintHandwriting(picture.sheet);
    default:
      return picture satisfies never;
  }
}

/** Null for a chart without numbers, and for one with a character missing from the font, which would show as a box. */
async function paintChart(chart: Chart, locale: Locale): Promise<Buffer | null> {
  if (isEmptyChart(chart)) return null;
  loaded ??= loadFont();
  const { path, has } = await loaded;
  const drawing = layOutChart(chart, locale);
  if (!wordsOf(drawing).every(has)) return null;
  const font = { fontFiles: [path], defaultFontFamily: FAMILY };
  return toPng(drawSvg(drawing, FAMILY), { font, fitTo: { mode: 'zoom', value: ZOOM } });
}

const wordsOf = ({ shapes }: ChartDrawing) =>
  shapes.flatMap((shape) =>
    shape.kind === 'label' ? Array.from(shape.text, (letter) => letter.codePointAt(0) ?? 0) : [],
  );
