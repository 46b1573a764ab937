import { percentile } from './statistics.ts';

/** The result of a load. */
export interface Load {
  /** Successful calls per second. */
  readonly rate: number;
  /** Median and 99th percentile of the calls' latency, in milliseconds. */
  readonly p50: number;
  readonly p99: number;
  /** How many calls failed. */
  readonly failed: number;
}

/** Makes `times` calls with `clients` in parallel. Failed calls are counted: a database that stalls does not abort the measurement. */
export async function load(clients: number, times: number, call: (turn: number) => Promise<unknown>): Promise<Load> {
  const took: number[] = [];
  const failures: unknown[] = [];
  let next = 0;
  const client = async () => {
    for (let turn = next++; turn < times; turn = next++) {
      const start = performance.now();
      await call(turn).catch((error: unknown) => failures.push(error));
      took.push(performance.now() - start);
    }
  };
  const start = performance.now();
  await Promise.all(Array.from({ length: clients }, client));
  const seconds = (performance.now() - start) / 1000;
  if (failures.length === times) throw new Error('every call failed', { cause: failures[0] });
  return {
    rate: (times - failures.length) / seconds,
    p50: percentile(took, 0.5),
    p99: percentile(took, 0.99),
    failed: failures.length,
  };
}
