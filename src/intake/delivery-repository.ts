import { type Connection, mongo } from 'mongoose';
import { z } from 'zod';
import type { Clock } from '../clock.ts';
import { deliveryModel } from './delivery-model.ts';

/** A stored response: the HTTP status, and the body. */
export interface KeptAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** The outcome of claiming a delivery. */
export type Claim =
  | { readonly claim: 'ours' }
  /** It was processed before: return the same response. */
  | { readonly claim: 'answered'; readonly answer: KeptAnswer }
  /** Another process is working on it. */
  | { readonly claim: 'busy' }
  /** The id was already used with a different body. */
  | { readonly claim: 'reused' };

/** Deliveries received, so that each is processed once. */
export interface Deliveries {
  claim(key: string, hash: string): Promise<Claim>;
  finish(key: string, answer: KeptAnswer): Promise<void>;
  /** Releases a delivery that could not be finished: its sender may repeat it at once. */
  release(key: string): Promise<void>;
  /** Forgets deliveries older than a week; senders retry within hours. */
  sweep(): Promise<void>;
}

const rowSchema = z.object({
  hash: z.string(),
  status: z.enum(['taken', 'done']),
  answer: z.object({ status: z.number(), body: z.unknown() }).nullable(),
});

/** A batch of a thousand takes far less; if the process died, another takes over after this time. */
const LEASE_MS = 60_000;
const KEPT_MS = 7 * 86_400_000;
const SLICE = 500;

/** Deliveries over a database connection. */
export function createDeliveries(connection: Connection, clock: Clock): Deliveries {
  const model = deliveryModel(connection);
  return {
    async claim(key, hash) {
      const now = clock.now();
      const leaseUntil = new Date(now.getTime() + LEASE_MS);
      try {
        await model.insertOne({ _id: key, hash, receivedAt: now, status: 'taken', leaseUntil, answer: null });
        return { claim: 'ours' };
      } catch (error) {
        if (!(error instanceof mongo.MongoServerError) || error.code !== 11000) throw error;
      }
      const { hash: known, answer } = rowSchema.parse(await model.findOne({ _id: key }).lean());
      if (known !== hash) return { claim: 'reused' };
      if (answer) return { claim: 'answered', answer };
      const filter = { _id: key, status: 'taken', leaseUntil: { $lte: now } };
      const { matchedCount } = await model.updateOne(filter, { $set: { leaseUntil } });
      return { claim: matchedCount === 1 ? 'ours' : 'busy' };
    },
    async finish(key, answer) {
      await model.updateOne({ _id: key }, { $set: { status: 'done', answer } });
    },
    async release(key) {
      await model.updateOne({ _id: key, status: 'taken' }, { $set: { leaseUntil: clock.now() } });
    },
    async sweep() {
      const receivedAt = { $lt: new Date(clock.now().getTime() - KEPT_MS) };
      const old = await model.find({ status: 'done', receivedAt }, { _id: 1 }).limit(SLICE).lean();
      if (old.length > 0) await model.deleteMany({ _id: { $in: old.map(({ _id }) => _id) } });
    },
  };
}
