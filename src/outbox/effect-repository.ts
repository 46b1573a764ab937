import type { Collection } from 'mongoose';
import { z } from 'zod';
import { AppError } from '../errors.ts';
import { gathered } from '../gather.ts';
import { dealtSchema, noting } from '../records/shape/admin-action.ts';
import { effectSchema, standingCardSchema } from '../records/shape/effect.ts';
import type { RecordOf } from '../records/shape/record.ts';
import { type EffectStore, GIVEN_UP, type OutboxDocument, type StoreName, WORK_LEFT } from './effect-store.ts';

const documentSchema = z.object({
  _id: z.string(),
  pending: z.number(),
  nextAt: z.date(),
  renewAt: z.date().nullable().default(null),
  revision: z.number().default(0),
  version: z.number().default(0),
  effects: z.array(effectSchema),
  cards: z.array(standingCardSchema).default([]),
});

interface Replacement {
  readonly seen: OutboxDocument;
  readonly next: OutboxDocument;
}

/** A document as returned by the database. */
type Row = Readonly<Record<string, unknown>>;

/**
 * The effects of one collection.
 * @param model a mongoose model whose schema has `outboxFields`
 * @param readRecord creates the record of a document; null if the documents are not records
 */
export function createEffectStore(
  name: StoreName,
  { collection }: { readonly collection: Collection },
  readRecord: ((row: Row) => RecordOf<unknown>) | null,
): EffectStore {
  // The driver's own collection: the outbox writes to single effects, which the model's schema does not know.
  const documents = collection;

  async function update(filter: Row, change: Row): Promise<boolean> {
    const counted = { ...change, $inc: { revision: 1 } };
    const { matchedCount } = await documents.updateOne(filter, counted, { ignoreUndefined: true });
    return matchedCount === 1;
  }

  async function replace(seen: OutboxDocument, next: OutboxDocument): Promise<boolean> {
    const { filter, change } = writeOf({ seen, next });
    const { matchedCount } = await documents.updateOne(filter, change, { ignoreUndefined: true });
    return matchedCount === 1;
  }

  const replaceSoon = gathered(async (replacements: readonly Replacement[]) => {
    const [only] = replacements;
    if (only && replacements.length === 1) return [await replace(only.seen, only.next)];
    const writes = replacements.map(writeOf).map(({ filter, change }) => ({ updateOne: { filter, update: change } }));
    const { matchedCount } = await documents.bulkWrite(writes, { ordered: false, ignoreUndefined: true });
    if (matchedCount === replacements.length) return replacements.map(() => true);
    // The result does not say which ones were not saved. One that was saved gets false here, and its changes are then found to be applied already.
    return Promise.all(replacements.map(({ seen, next }) => replace(seen, next)));
  });

  async function ids(filter: Row, limit: number, sort: Record<string, 1> = { nextAt: 1 }): Promise<string[]> {
    const rows = await documents.find(filter, { projection: { _id: 1 }, sort, limit }).toArray();
    return rows.map(({ _id }) => String(_id));
  }

  return {
    name,
    due: (now, limit) => ids({ pending: WORK_LEFT, nextAt: { $lte: now } }, limit),
    countWaiting: () => documents.countDocuments({ pending: WORK_LEFT }),
    revive: (id, dealing) =>
      update(withEffect(id, { key: dealing.key, status: { $in: ['dead', 'unknown'] } }), {
        $push: noting(dealing).push,
        $set: {
          'effects.$.status': 'waiting',
          'effects.$.attempts': 0,
          'effects.$.notBefore': dealing.at,
          'effects.$.lease': null,
          'effects.$.begun': null,
          pending: WORK_LEFT,
          nextAt: dealing.at,
          ...noting(dealing).set,
        },
      }),
    discard: (id, dealing) =>
      update(withEffect(id, { key: dealing.key, status: { $in: ['dead', 'unknown'] } }), {
        $pull: { effects: { key: dealing.key } },
        $push: noting(dealing).push,
        $set: { pending: WORK_LEFT, nextAt: dealing.at, ...noting(dealing).set },
      }),
    async dealt(limit) {
      const projection = { number: 1, dealings: 1 };
      const rows = await documents.find({ dealt: true }, { projection, sort: { dealtAt: -1 }, limit }).toArray();
      return z.array(dealtSchema).parse(rows);
    },
    givenUp: (limit) => ids({ pending: GIVEN_UP }, limit),
    async load(id) {
      const row: Row | null = await documents.findOne(byId(id));
      return row && read(row, readRecord);
    },
    replace,
    replaceSoon: (seen, next) => replaceSoon({ seen, next }),
    async ageing(now, limit) {
      return readRecord ? ids({ open: true, renewAt: { $lte: now } }, limit, { renewAt: 1 }) : [];
    },
    wake: (id, now) =>
      update({ ...byId(id), renewAt: { $lte: now } }, { $set: { pending: WORK_LEFT, nextAt: now, renewAt: null } }),
    setAside: (id, now, until) => update({ ...byId(id), nextAt: { $lte: now } }, { $set: { nextAt: until } }),
  };
}

const byId = (id: string): Row => ({ _id: id });
const withEffect = (id: string, match: Row): Row => ({ ...byId(id), effects: { $elemMatch: match } });

function writeOf({ seen, next }: Replacement): { readonly filter: Row; readonly change: Row } {
  const { pending, nextAt, renewAt, effects, cards } = next;
  return {
    filter: { ...byId(seen.id), revision: seen.revision === 0 ? { $in: [0, null] } : seen.revision },
    change: {
      $set: {
        pending,
        nextAt,
        ...(effects !== seen.effects && { effects }),
        ...(cards !== seen.cards && { cards }),
        ...(seen.record && { renewAt }),
      },
      $inc: { revision: 1 },
    },
  };
}

function read(row: Row, readRecord: ((row: Row) => RecordOf<unknown>) | null): OutboxDocument {
  try {
    const { _id: id, ...fields } = documentSchema.parse(row);
    return { id, ...fields, record: readRecord?.(row) ?? null };
  } catch (cause) {
    throw new AppError('outbox.unreadable', { id: String(row._id) }, cause);
  }
}
