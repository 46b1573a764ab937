import type { Connection } from 'mongoose';
import { recordModel } from '../../src/records/store/record-model.ts';

/** Inserts copies of a record into the database, under other numbers, each modified by `change`. */
export async function copyRecord(
  connection: Connection,
  number: string,
  count: number,
  change: (at: number) => Readonly<Record<string, unknown>> = () => ({}),
): Promise<void> {
  const { collection } = recordModel(connection);
  const { _id: _own, ...pattern } = (await collection.findOne({ number })) ?? {};
  const rows = Array.from({ length: count }, (_, at) => {
    const id = `${number}-copy-${String(at).padStart(5, '0')}`;
    return { ...pattern, _id: id, number: id, origin: id, history: [], effects: [], cards: [], ...change(at) };
  });
  for (let from = 0; from < count; from += 500) await collection.insertMany(rows.slice(from, from + 500) as never);
}
