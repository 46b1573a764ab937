import { type Connection, mongo } from 'mongoose';
import { z } from 'zod';
import type { Effect } from '../records/shape/effect.ts';
import { type Occurrence, occurrenceKey } from './define-job.ts';
import { occurrenceModel } from './occurrence-model.ts';

const waitingSchema = z.object({
  job: z.string(),
  scope: z.string(),
  period: z.string(),
  dueAt: z.date(),
  until: z.date(),
  attempts: z.number(),
});

/** An occurrence that is still to be run. */
export interface WaitingOccurrence extends Occurrence {
  /** How often it has failed. */
  readonly attempts: number;
}

/** The occurrences of periodic work in the database. Each write is one guarded update and says whether it took place. */
export interface Occurrences {
  /** Adds occurrences that are not known yet. */
  add(occurrences: readonly Occurrence[]): Promise<void>;
  /** The occurrences that are pending and not being worked on, longest due first. */
  waiting(now: Date, limit: number): Promise<readonly WaitingOccurrence[]>;
  claim(key: string, by: string, now: Date, until: Date): Promise<boolean>;
  /** Finishes an occurrence that `by` is working on, together with its effects: one write. */
  finish(key: string, by: string, effects: readonly Effect[], now: Date): Promise<boolean>;
  /** Postpones a failed occurrence. */
  putOff(key: string, by: string, until: Date): Promise<boolean>;
  miss(key: string, now: Date): Promise<boolean>;
  /** Records something that has just happened together with its effects; once for each key. */
  announce(occurrence: Occurrence, effects: readonly Effect[]): Promise<void>;
}

/** The occurrences over a database connection. */
export function createOccurrences(connection: Connection): Occurrences {
  const model = occurrenceModel(connection);
  const free = (key: string, now: Date) => ({ _id: key, status: 'waiting', leaseUntil: { $lte: now } });
  const held = (key: string, by: string) => ({ _id: key, status: 'waiting', leaseBy: by });
  return {
    async add(occurrences) {
      const keys = occurrences.map(occurrenceKey);
      const known = new Set((await model.find({ _id: { $in: keys } }, { _id: 1 }).lean()).map(({ _id }) => _id));
      const missing = occurrences.filter((occurrence) => !known.has(occurrenceKey(occurrence)));
      await Promise.all(missing.map((occurrence) => insert(model, occurrence)));
    },
    async waiting(now, limit) {
      const filter = { status: 'waiting', dueAt: { $lte: now }, leaseUntil: { $lte: now } };
      const shown = { job: 1, scope: 1, period: 1, dueAt: 1, until: 1, attempts: 1 };
      return z.array(waitingSchema).parse(await model.find(filter, shown).sort({ dueAt: 1 }).limit(limit).lean());
    },
    async claim(key, by, now, until) {
      const claimed = await model.updateOne(free(key, now), { $set: { leaseBy: by, leaseUntil: until } });
      return claimed.matchedCount === 1;
    },
    async finish(key, by, effects, now) {
      const pending = effects.length > 0 ? 1 : 0;
      const done = { status: 'done', effects, pending, nextAt: now, leaseBy: null };
      return (await model.updateOne(held(key, by), { $set: done })).matchedCount === 1;
    },
    async putOff(key, by, until) {
      const change = { $set: { leaseBy: null, leaseUntil: until }, $inc: { attempts: 1 } };
      return (await model.updateOne(held(key, by), change)).matchedCount === 1;
    },
    async announce(occurrence, effects) {
      await insert(model, occurrence, { status: 'done', pending: 1, effects: [...effects] });
    },
    async miss(key, now) {
      return (await model.updateOne(free(key, now), { $set: { status: 'missed' } })).matchedCount === 1;
    },
  };
}

async function insert(
  model: ReturnType<typeof occurrenceModel>,
  occurrence: Occurrence,
  instead: { status?: string; pending?: number; effects?: Effect[] } = {},
): Promise<void> {
  const { job, scope, period, dueAt, until } = occurrence;
  const turn = { _id: occurrenceKey(occurrence), job, scope, period, dueAt, until };
  const fresh = { status: 'waiting', attempts: 0, leaseBy: null, leaseUntil: dueAt };
  try {
    await model.insertOne({ ...turn, ...fresh, pending: 0, nextAt: dueAt, effects: [], ...instead });
  } catch (error) {
    // Another process added it first.
    if (!(error instanceof mongo.MongoServerError) || error.code !== 11000) throw error;
  }
}
