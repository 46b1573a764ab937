import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Chart } from '../chat/card.ts';
import type { Locale } from '../i18n/locale.ts';
import { drawSvg } from './draw-svg.ts';
import { layOutChart } from './lay-out-chart.ts';
import { type HasGlyph, readGlyphs } from './read-glyphs.ts';
import type { Drawing } from './shapes.ts';

/** Ships in a package of the registry, so that a picture looks the same on every machine, with fonts of its own or none. */
const FONT_FILE = 'NotoSansHans-Regular.otf';
const FAMILY = 'Noto Sans S Chinese';
/** For screens that are twice as fine as a plain one. */
const ZOOM = 2;

interface Font {
  readonly path: string;
  readonly has: HasGlyph;
}

const require = createRequire(import.meta.url);
let font: Promise<Font> | undefined;

/** Looked at when the first picture is asked for, and once: few processes ever draw one. */
async function loadFont(): Promise<Font> {
  const root = dirname(dirname(require.resolve('@embedpdf/fonts-sc')));
  const path = join(root, 'fonts', FONT_FILE);
  return { path, has: readGlyphs(await readFile(path)) };
}

/**
 * A chart as a PNG, drawn beside the event loop in about a quarter of a second; null when the font lacks a character of it,
 * which would show as a box: then words say it better. Must not be empty: see `isEmptyChart`.
 */
export async function drawPicture(chart: Chart, locale: Locale): Promise<Buffer | null> {
  font ??= loadFont();
  const { path, has } = await font;
  const drawing = layOutChart(chart, locale);
  if (!wordsOf(drawing).every(has)) return null;
  const { renderAsync } = await import('@resvg/resvg-js');
  const image = await renderAsync(drawSvg(drawing, FAMILY), {
    font: { loadSystemFonts: false, fontFiles: [path], defaultFontFamily: FAMILY },
    fitTo: { mode: 'zoom', value: ZOOM },
  });
  return image.asPng();
}

const wordsOf = ({ shapes }: Drawing) =>
  shapes.flatMap((shape) =>
    shape.kind === 'label' ? Array.from(shape.text, (letter) => letter.codePointAt(0) ?? 0) : [],
  );
