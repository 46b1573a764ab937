import { type Connection, mongo } from 'mongoose';
import type { Place } from '../../chat/place.ts';
import type { Registry } from '../registry.ts';
import { filingOf } from '../search/filing.ts';
import type { Effect } from '../shape/effect.ts';
import type { HistoryEntry } from '../shape/history.ts';
import type { RecordOf } from '../shape/record.ts';
import { parseRecord } from './parse-record.ts';
import { recordModel } from './record-model.ts';

/** How callers identify a record. */
export type RecordKey =
  | { readonly id: string }
  | { readonly number: string }
  | { readonly origin: string }
  /** The place of one of its cards. */
  | { readonly card: Place };

/** A record to insert, and when the outbox should look at it. */
export interface NewRecord {
  readonly record: RecordOf<unknown>;
  readonly nextAt: Date;
}

/** Records in the database. All waits are bounded by the connection's timeouts. */
export interface RecordRepository {
  /** Null when there is none. */
  load(key: RecordKey): Promise<RecordOf<unknown> | null>;
  /** Inserts records in order, in one command, up to the first whose number or origin is taken. Returns how many were inserted. */
  insert(entries: readonly NewRecord[]): Promise<number>;
  /**
   * Saves a decision in one write, guarded by the version it was based on. False if another writer was first. Cards and effects changed by the outbox
   * in the meantime are left as they are.
   */
  save(decision: {
    readonly after: RecordOf<unknown>;
    readonly entry: HistoryEntry;
    readonly effects: readonly Effect[];
    readonly nextAt: Date;
  }): Promise<boolean>;
  /** Every open record, one at a time. Throws `records.unreadable`. */
  open(): AsyncIterable<RecordOf<unknown>>;
  /** Every record, one at a time. For an unreadable one, throws `records.unreadable`, or reports it to the callback and continues. */
  all(unreadable?: (error: unknown) => void): AsyncIterable<RecordOf<unknown>>;
}

/** A document or a part of a command, as the driver takes it. */
type Row = Readonly<Record<string, unknown>>;

/** The repository over a connection. Records are written directly through the driver: they were made and parsed by us. */
export function createRecordRepository(connection: Connection, registry: Registry): RecordRepository {
  const model = recordModel(connection);
  const toDocument = ({ record, nextAt }: NewRecord): Row => {
    const { id, ...fields } = record;
    return {
      _id: id,
      ...fields,
      ...copiesOf(record, registry),
      renewAt: null,
      pending: pendingOf(record),
      nextAt,
    };
  };
  return {
    async load(key) {
      const document = await model.findOne(filterOf(key)).lean();
      return document ? parseRecord(document, registry) : null;
    },
    async insert(entries) {
      const documents = entries.map(toDocument);
      const [only] = documents;
      try {
        if (only && documents.length === 1) await model.collection.insertOne(only, { ignoreUndefined: true });
        else await model.collection.insertMany(documents, { ordered: true, ignoreUndefined: true });
        return documents.length;
      } catch (error) {
        const taken = indexOfTaken(error);
        if (taken === null) throw error;
        return taken;
      }
    },
    async save({ after, entry, effects, nextAt }) {
      const { id, revision: _counted, cards: _cards, effects: _effects, history: _history, ...fields } = after;
      const asDecided: Row = { _id: id, version: after.version - 1 };
      const change: Row = {
        $set: { ...fields, ...copiesOf(after, registry), pending: pendingOf(after), nextAt },
        $inc: { revision: 1 },
        $push: { history: entry, ...(effects.length > 0 && { effects: { $each: effects } }) },
      };
      const { matchedCount } = await model.collection.updateOne(asDecided, change, { ignoreUndefined: true });
      return matchedCount === 1;
    },
    async *open() {
      for await (const document of model.find({ open: true }).lean().cursor()) yield parseRecord(document, registry);
    },
    async *all(unreadable) {
      for await (const document of model.find().sort({ _id: 1 }).lean().cursor()) {
        try {
          yield parseRecord(document, registry);
        } catch (error) {
          if (!unreadable) throw error;
          unreadable(error);
        }
      }
    },
  };
}

/** Whether a record has effects to send or cards to maintain. */
export const asksForWork = ({ effects, cards }: Pick<RecordOf<unknown>, 'effects' | 'cards'>): boolean =>
  effects.length > 0 || cards.length > 0;

/** A record without either, such as a call-back in its queue, is no work for the outbox. */
const pendingOf = (record: RecordOf<unknown>): 0 | 1 => (asksForWork(record) ? 1 : 0);

/** Copies of parts of a record in a form that can be indexed. */
const copiesOf = (record: RecordOf<unknown>, registry: Registry) => ({
  title: registry.get(record.type).title(record.data),
  dueAt: record.due?.at ?? null,
  dutyAt: record.duties[0]?.dueAt ?? null,
  ...filingOf(registry.get(record.type), record),
});

function filterOf(key: RecordKey): Record<string, unknown> {
  if ('id' in key) return { _id: key.id };
  if (!('card' in key)) return key;
  const { platform, workspace, channel, message } = key.card;
  return { 'cards.message': message, cards: { $elemMatch: { platform, workspace, channel, message } } };
}

/** The index of the inserted document with a duplicate key; null for any other error. */
function indexOfTaken(error: unknown): number | null {
  if (error instanceof mongo.MongoBulkWriteError) {
    const [first] = [error.writeErrors].flat();
    return first?.code === 11000 ? first.index : null;
  }
  return error instanceof mongo.MongoServerError && error.code === 11000 ? 0 : null;
}
