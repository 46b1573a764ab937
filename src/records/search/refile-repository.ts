import type { Connection } from 'mongoose';
import { parseRecord } from '../parse-record.ts';
import type { RecordOf } from '../record.ts';
import { recordModel } from '../record-model.ts';
import type { Registry } from '../registry.ts';
import { FILING, filingOf } from './filing.ts';

/** What filing records anew came to. */
export interface Refiled {
  readonly records: number;
  /** How many could not be read; `qmbot verify` names them. */
  readonly unreadable: number;
}

/** Files records anew: those that were saved before the present way of filing, or `everything`. May be cut short and run again. */
export async function refileRecords(
  connection: Connection,
  registry: Registry,
  { everything = false }: { readonly everything?: boolean } = {},
): Promise<Refiled> {
  const model = recordModel(connection);
  const earlier = Array.from({ length: FILING }, (_, filed) => filed);
  const found = everything ? model.find().sort({ _id: 1 }) : model.find({ filed: { $in: [null, ...earlier] } });
  let records = 0;
  let unreadable = 0;
  for await (const document of found.lean().cursor()) {
    const record = readRecord(document, registry);
    if (!record) {
      unreadable += 1;
      continue;
    }
    const { id, version } = record;
    // A decision that was made meanwhile has filed it already.
    const type = registry.get(record.type);
    const facets = type.facets(record.data);
    const { restricted } = record;
    await model.updateOne({ _id: id, version }, { $set: { ...filingOf(type, record), facets, restricted } });
    records += 1;
  }
  return { records, unreadable };
}

function readRecord(document: Readonly<Record<string, unknown>>, registry: Registry): RecordOf<unknown> | null {
  try {
    return parseRecord(document, registry);
  } catch {
    return null;
  }
}
