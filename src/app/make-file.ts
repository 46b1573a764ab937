import { paintHandwriting } from '../charts/draw-handwriting.ts';
import type { Registry } from '../records/registry.ts';
import type { RecordOf } from '../records/shape/record.ts';

/** Files that are made of a record itself, such as the picture of a signature: its type tells what is drawn (`makes`), here it becomes a PNG. */
export function createMakeFile(registry: Pick<Registry, 'get'>) {
  return async (record: RecordOf<unknown>, what: string): Promise<Uint8Array | null> => {
    const sheet = registry.get(record.type).makes?.(record, what) ?? null;
    return sheet && paintHandwriting(sheet);
  };
}
