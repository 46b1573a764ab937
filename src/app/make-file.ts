import type { RecordOf } from '../records/record.ts';
import type { Registry } from '../records/registry.ts';

/** Twice as fine as it is shown. */
const WIDTH = 1000;

/** Files that are made of a record itself, such as the picture of a signature: its type draws them (`makes`), here they become a PNG. */
export function createMakeFile(registry: Pick<Registry, 'get'>) {
  return async (record: RecordOf<unknown>, what: string): Promise<Uint8Array | null> => {
    const svg = registry.get(record.type).makes?.(record, what) ?? null;
    if (svg === null) return null;
    const { renderAsync } = await import('@resvg/resvg-js');
    const image = await renderAsync(svg, { font: { loadSystemFonts: false }, fitTo: { mode: 'width', value: WIDTH } });
    return image.asPng();
  };
}
