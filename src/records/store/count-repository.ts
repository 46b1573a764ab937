import type { Connection } from 'mongoose';
import { recordModel } from './record-model.ts';

/** The number of records of each type, and how many are open; uses the indexes on type and on open. */
export async function countRecords(
  connection: Connection,
  types: readonly string[],
): Promise<ReadonlyMap<string, { readonly open: number; readonly all: number }>> {
  const model = recordModel(connection);
  const counted = types.map(async (type) => {
    const [open, all] = await Promise.all([model.countDocuments({ open: true, type }), model.countDocuments({ type })]);
    return [type, { open, all }] as const;
  });
  return new Map(await Promise.all(counted));
}
