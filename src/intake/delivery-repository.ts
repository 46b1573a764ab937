import { type Connection, mongo } from 'mongoose';
import { z } from 'zod';
import type { Clock } from '../clock.ts';
import { deliveryModel } from './delivery-model.ts';

/** An answer as it is kept: the status of HTTP, and the body. */
export interface KeptAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** Whose turn a delivery is. */
export type Claim =
  | { readonly claim: 'ours' }
  /** It was worked on before: the same answer again. */
  | { readonly claim: 'answered'; readonly answer: KeptAnswer }
  /** Somebody is at it. */
  | { readonly claim: 'busy' }
  /** The id was used for another body. */
  | { readonly claim: 'reused' };

/** What was delivered, so that each delivery is worked on once. */
export interface Deliveries {
  claim(key: string, hash: string): Promise<Claim>;
  finish(key: string, answer: KeptAnswer): Promise<void>;
  /** Gives a delivery back that could not be finished: its sender may repeat it at once. */
  release(key: string): Promise<void>;
  /** Forgets what is older than a week; senders repeat within hours. */
  sweep(): Promise<void>;
}

const rowSchema = z.object({
  hash: z.string(),
  status: z.enum(['taken', 'done']),
  answer: z.object({ status: z.number(), body: z.unknown() }).nullable(),
});

/** A batch of a thousand is done in far less; whoever died over one is followed after this time. */
const LEASE_MS = 60_000;
const KEPT_MS = 7 * 86_400_000;
const SLICE = 500;

/** Deliveries over a connection. */
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
