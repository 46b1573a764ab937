import { z } from 'zod';

/** Where a process is killed; see `kill-points.mjs`. */
export interface KillPoint {
  readonly at: 'database' | 'http';
  readonly side: 'before' | 'after';
  /** From 1. */
  readonly n: number;
}

/** How many calls of each kind a process made since it was last armed or disarmed. */
export type Calls = Readonly<Record<KillPoint['at'], number>>;

/** What a bot process is told; `arm` and `count` are heard by the preload alone. */
export const orderSchema = z.discriminatedUnion('order', [
  z.object({ order: z.literal('arm') }),
  z.object({ order: z.literal('count') }),
  z.object({ order: z.literal('start'), settings: z.record(z.string(), z.string()), now: z.string() }),
  z.object({ order: z.literal('clock'), now: z.string() }),
  z.object({ order: z.literal('drain') }),
  z.object({ order: z.literal('sweep') }),
  z.object({ order: z.literal('stop') }),
]);

/** What it says when it is loaded, and then in answer to each order but `arm`. */
export const answerSchema = z.discriminatedUnion('answer', [
  z.object({ answer: z.literal('ready') }),
  z.object({ answer: z.literal('done'), url: z.string() }),
  z.object({ answer: z.literal('counted'), database: z.number(), http: z.number() }),
  z.object({ answer: z.literal('failed'), reason: z.string() }),
]);
export type Answer = z.infer<typeof answerSchema>;
