import { monitorEventLoopDelay } from 'node:perf_hooks';
import { z } from 'zod';

/** A piece of work done once within a process. */
export interface Piece {
  readonly name: string;
  readonly ms: number;
  /** The longest time it blocked the event loop, in milliseconds. */
  readonly blockMs: number;
  /** CPU time of this process, in milliseconds. */
  readonly cpuMs: number;
}

/** Does a piece of work, and measures it. */
export async function measurePiece(name: string, work: () => Promise<unknown>): Promise<Piece> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  // The monitor's first tick is not part of the work.
  await new Promise((resolve) => setTimeout(resolve, 20));
  delay.enable();
  const cpu = process.cpuUsage();
  const start = performance.now();
  await work();
  const ms = performance.now() - start;
  const { user, system } = process.cpuUsage(cpu);
  // A block at the very end shows at the next tick.
  await new Promise((resolve) => setTimeout(resolve, 5));
  delay.disable();
  return { name, ms, blockMs: delay.max / 1e6, cpuMs: (user + system) / 1000 };
}

const pieceSchema = z.object({ name: z.string(), ms: z.number(), blockMs: z.number(), cpuMs: z.number() });

/** A probe's report on a piece. */
export const readPiece = (told: unknown): Piece => pieceSchema.parse(told);

/** Parses what a probe printed about its pieces. */
export const readPieces = (text: string): Piece[] => z.array(pieceSchema).parse(JSON.parse(text));
