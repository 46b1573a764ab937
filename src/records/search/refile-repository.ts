import type { AnyBulkWriteOperation } from 'mongodb';
import type { Connection } from 'mongoose';
import type { Registry } from '../registry.ts';
import type { RecordOf } from '../shape/record.ts';
import { parseRecord } from '../store/parse-record.ts';
import { recordModel } from '../store/record-model.ts';
import { FILING, filingOf } from './filing.ts';

/** Writes per batch: individual writes would each wait for the disk. */
const BATCH = 200;

/** The result of refiling. */
export interface Refiled {
  readonly records: number;
  /** How many could not be read; `qmbot verify` lists them. */
  readonly unreadable: number;
}

/** Refiles records: those saved with an older version of the filing, or `everything`. May be interrupted and run again. */
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
  let batch: AnyBulkWriteOperation[] = [];
  const write = async () => {
    if (batch.length > 0) await model.collection.bulkWrite(batch, { ordered: false, ignoreUndefined: true });
    records += batch.length;
    batch = [];
  };
  for await (const document of found.lean().cursor()) {
    const record = readRecord(document, registry);
    if (!record) {
      unreadable += 1;
      continue;
    }
    batch.push({ updateOne: refiling(record, registry) });
    if (batch.length === BATCH) await write();
  }
  await write();
  return { records, unreadable };
}

/** A decision made in the meantime has already refiled the record. */
function refiling(record: RecordOf<unknown>, registry: Registry) {
  const { id, version, restricted, data } = record;
  const type = registry.get(record.type);
  return {
    filter: { _id: id as never, version },
    update: { $set: { ...filingOf(type, record), facets: type.facets(data), restricted } },
  };
}

function readRecord(document: Readonly<Record<string, unknown>>, registry: Registry): RecordOf<unknown> | null {
  try {
    return parseRecord(document, registry);
  } catch {
    return null;
  }
}
