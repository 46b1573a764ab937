import type { ResvgRenderOptions } from '@resvg/resvg-js';

/** An SVG as a PNG, drawn off the event loop: with the named fonts only, so that it is the same on every machine. */
export async function toPng(
  svg: string,
  options: Pick<ResvgRenderOptions, 'fitTo'> & { font?: Font },
): Promise<Buffer> {
  const { renderAsync } = await import('@resvg/resvg-js');
  const image = await renderAsync(svg, { ...options, font: { ...options.font, loadSystemFonts: false } });
  return image.asPng();
}

interface Font {
  readonly fontFiles: string[];
  readonly defaultFontFamily: string;
}
