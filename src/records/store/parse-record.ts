import { AppError } from '../../errors.ts';
import type { Registry } from '../registry.ts';
import type { RecordOf } from '../shape/record.ts';
import { envelopeSchema } from '../shape/record.ts';

/**
 * A database document as a record: envelope and data parsed, old data upgraded to the type's current schema. Throws `records.unreadable`, naming the
 * record, if anything does not fit.
 */
export function parseRecord(document: Readonly<Record<string, unknown>>, registry: Registry): RecordOf<unknown> {
  try {
    const { _id, ...fields } = document;
    const envelope = envelopeSchema.parse({ ...fields, id: _id });
    const type = registry.get(envelope.type);
    let { data } = envelope;
    for (let version = envelope.schemaVersion; version < type.schemaVersion; version++) {
      const upgrade = type.upgrades[version];
      if (!upgrade) throw new AppError('records.noUpgrade', { type: type.type, from: version });
      data = upgrade(data);
    }
    const record = { ...envelope, schemaVersion: type.schemaVersion, data: type.data.parse(data) };
    return envelope.schemaVersion < type.schemaVersion ? { ...record, upgradedFrom: envelope.data } : record;
  } catch (cause) {
    throw new AppError('records.unreadable', { id: String(document._id), number: String(document.number) }, cause);
  }
}
