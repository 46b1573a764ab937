import { type Connection, mongo } from 'mongoose';
import type { Place } from '../../chat/place.ts';
import type { Registry } from '../registry.ts';
import { filingOf } from '../search/filing.ts';
import type { Effect } from '../shape/effect.ts';
import type { HistoryEntry } from '../shape/history.ts';
import type { RecordOf } from '../shape/record.ts';
import { parseRecord } from './parse-record.ts';
import { recordModel } from './record-model.ts';

/** How a record is named by whoever asks for it. */
export type RecordKey =
  | { readonly id: string }
  | { readonly number: string }
  | { readonly origin: string }
  /** Where one of its cards stands. */
  | { readonly card: Place };

/** A record that is to be inserted, and when the outbox should look at it. */
export interface NewRecord {
  readonly record: RecordOf<unknown>;
  readonly nextAt: Date;
}

/** Records in the database. All waits end by the connection's own time-outs. */
export interface RecordRepository {
  /** Null when there is none. */
  load(key: RecordKey): Promise<RecordOf<unknown> | null>;
  /**
   * Inserts records in their order, in one command, up to the first whose number or origin is taken. Gives how many were inserted.
   */
  insert(entries: readonly NewRecord[]): Promise<number>;
  /**
   * Saves a decision in one write, guarded by the version it was made on. False when somebody else was first. Cards and
   * effects that the outbox changed meanwhile are left as they are.
   */
  save(decision: {
    readonly after: RecordOf<unknown>;
    readonly entry: HistoryEntry;
    readonly effects: readonly Effect[];
    readonly nextAt: Date;
  }): Promise<boolean>;
  /** Every record that is not over, one at a time. Fails with `records.unreadable`. */
  open(): AsyncIterable<RecordOf<unknown>>;
  /** Every record, one at a time. One that cannot be read fails with `records.unreadable`, or is told and passed over. */
  all(unreadable?: (error: unknown) => void): AsyncIterable<RecordOf<unknown>>;
}

/** A document or a part of a command, as the driver takes it. */
type Row = Readonly<Record<string, unknown>>;

/** The repository over a connection. Records are written by the driver itself: they are of our own making, and were parsed. */
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

/** Whether a record has something to be sent, or cards to be kept. */
export const asksForWork = ({ effects, cards }: Pick<RecordOf<unknown>, 'effects' | 'cards'>): boolean =>
  effects.length > 0 || cards.length > 0;

/** What asks for nothing, such as a call-back in its queue, is no work for the outbox. */
const pendingOf = (record: RecordOf<unknown>): 0 | 1 => (asksForWork(record) ? 1 : 0);

/** The parts of a record that stand once more in a shape that an index can use. */
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

/** Which document of an insert has a key that is taken; null for any other error. */
function indexOfTaken(error: unknown): number | null {
  if (error instanceof mongo.MongoBulkWriteError) {
    const [first] = [error.writeErrors].flat();
    return first?.code === 11000 ? first.index : null;
  }
  return error instanceof mongo.MongoServerError && error.code === 11000 ? 0 : null;
}
