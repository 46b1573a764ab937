import { type Connection, mongo } from 'mongoose';
import { z } from 'zod';
import { type Interaction, interactionSchema } from '../chat/interaction.ts';
import { type AdminAction, noting } from '../records/shape/admin-action.ts';
import type { Effect } from '../records/shape/effect.ts';
import { inboxModel } from './inbox-model.ts';

const itemSchema = z.object({ _id: z.string(), interaction: z.unknown(), attempts: z.number() });
const deadSchema = z.object({
  _id: z.string(),
  receivedAt: z.date(),
  attempts: z.number(),
  reason: z.string().nullable(),
});

/** A received event that is still to be processed. */
export interface InboxItem {
  readonly key: string;
  /** Null if it no longer parses: an older or a newer version of the bot stored it. */
  readonly interaction: Interaction | null;
  /** How often it has failed. */
  readonly attempts: number;
}

/** An event that was given up, for administrators: without anyone's text. */
export interface GivenUpItem {
  readonly key: string;
  readonly receivedAt: Date;
  readonly attempts: number;
  readonly reason: string | null;
}

/** Received events in the database. Each write is one guarded update and says whether it took place. */
export interface InboxRepository {
  /** Stores an interaction; false if it is known already. */
  add(key: string, interaction: Interaction, now: Date): Promise<boolean>;
  /** The keys of events that are due and not being worked on, longest due first. */
  due(now: Date, limit: number): Promise<readonly string[]>;
  /** Null if another process is working on it, or it is done. */
  claim(key: string, by: string, now: Date, until: Date): Promise<InboxItem | null>;
  /** Finishes what `by` is working on, together with the resulting effects. The content is deleted: only the key is kept. */
  finish(key: string, by: string, effects: readonly Effect[], now: Date): Promise<boolean>;
  putOff(key: string, by: string, until: Date, reason: string): Promise<boolean>;
  /** Ends the retries. The event stays, with its content, until an administrator retries or drops it. */
  giveUp(key: string, by: string, reason: string, effects: readonly Effect[], now: Date): Promise<boolean>;
  givenUp(limit: number): Promise<readonly GivenUpItem[]>;
  /** Retries an event that was given up; the write also records who did it. */
  retry(key: string, dealing: AdminAction): Promise<boolean>;
  drop(key: string, dealing: AdminAction): Promise<boolean>;
  /** Forgets events finished before an instant, a batch at a time; a redelivery after that is treated as new. */
  forget(before: Date, limit: number): Promise<number>;
}

/** The inbox over a database connection. */
export function createInboxRepository(connection: Connection): InboxRepository {
  const model = inboxModel(connection);
  const held = (key: string, by: string) => ({ _id: key, status: 'waiting', leaseBy: by });
  const change = async (filter: Record<string, unknown>, set: Record<string, unknown>) =>
    (await model.updateOne(filter, set)).matchedCount === 1;
  const left = (effects: readonly Effect[], now: Date) => ({
    effects: [...effects],
    pending: effects.length > 0 ? 1 : 0,
    nextAt: now,
    leaseBy: null,
    leaseUntil: now,
  });

  return {
    async add(key, interaction, now) {
      const fresh = { status: 'waiting', attempts: 0, reason: null, leaseBy: null, leaseUntil: now };
      const nothing = { pending: 0, nextAt: now, effects: [] };
      try {
        await model.insertOne({ _id: key, interaction, receivedAt: now, ...fresh, ...nothing });
        return true;
      } catch (error) {
        if (error instanceof mongo.MongoServerError && error.code === 11000) return false;
        throw error;
      }
    },
    async due(now, limit) {
      const filter = { status: 'waiting', leaseUntil: { $lte: now } };
      const found = await model.find(filter, { _id: 1 }).sort({ leaseUntil: 1 }).limit(limit).lean();
      return found.map(({ _id }) => _id);
    },
    async claim(key, by, now, until) {
      const free = { _id: key, status: 'waiting', leaseUntil: { $lte: now } };
      const found = await model.findOneAndUpdate(free, { $set: { leaseBy: by, leaseUntil: until } }).lean();
      if (!found) return null;
      const { _id, interaction, attempts } = itemSchema.parse(found);
      return { key: _id, interaction: interactionSchema.safeParse(interaction).data ?? null, attempts };
    },
    finish: (key, by, effects, now) =>
      change(held(key, by), { $set: { ...left(effects, now), status: 'done', interaction: null, reason: null } }),
    putOff: (key, by, until, reason) =>
      change(held(key, by), { $set: { leaseBy: null, leaseUntil: until, reason }, $inc: { attempts: 1 } }),
    giveUp: (key, by, reason, effects, now) =>
      change(held(key, by), { $set: { ...left(effects, now), status: 'dead', reason }, $inc: { attempts: 1 } }),
    async givenUp(limit) {
      const shown = { receivedAt: 1, attempts: 1, reason: 1 };
      const found = await model.find({ status: 'dead' }, shown).sort({ leaseUntil: 1 }).limit(limit).lean();
      return z
        .array(deadSchema)
        .parse(found)
        .map(({ _id: key, ...rest }) => ({ key, ...rest }));
    },
    retry: (key, dealing) =>
      change(
        { _id: key, status: 'dead' },
        {
          $push: noting(dealing).push,
          $set: { status: 'waiting', attempts: 0, leaseUntil: dealing.at, ...noting(dealing).set },
        },
      ),
    drop: (key, dealing) =>
      change(
        { _id: key, status: 'dead' },
        {
          $push: noting(dealing).push,
          $set: { status: 'done', interaction: null, leaseUntil: dealing.at, ...noting(dealing).set },
        },
      ),
    async forget(before, limit) {
      const old = { status: 'done', leaseUntil: { $lt: before }, pending: 0 };
      const found = await model.find(old, { _id: 1 }).sort({ leaseUntil: 1 }).limit(limit).lean();
      if (found.length === 0) return 0;
      const { deletedCount } = await model.deleteMany({ _id: { $in: found.map(({ _id }) => _id) }, status: 'done' });
      return deletedCount;
    },
  };
}
