import { type Connection, Schema } from 'mongoose';
import { AppError } from '../../errors.ts';
import { gathered } from '../../gather.ts';

const counterSchema = new Schema(
  { _id: { type: String, required: true }, last: { type: Number, required: true } },
  { collection: 'counters', versionKey: false, autoIndex: false, autoCreate: false },
);

/** Issues numbers that never repeat. An issued number that is not used leaves a gap, which is allowed. */
export interface Counters {
  /** The next number of a series, from 1. */
  next(series: string): Promise<number>;
}

/**
 * Counters in the database, safe for any number of processes. Concurrent callers share one increment: numbers are only drawn for waiting callers, and
 * none are kept in reserve.
 */
export function createCounters(connection: Connection): Counters {
  const model = connection.model('Counter', counterSchema);

  /** The last number of a batch drawn together. */
  async function draw(series: string, count: number): Promise<number> {
    const counter = await model
      .findOneAndUpdate({ _id: series }, { $inc: { last: count } }, { upsert: true, returnDocument: 'after' })
      .lean();
    if (!counter) throw new AppError('counter.lost', { series });
    return counter.last;
  }

  const bySeries = new Map<string, (none: undefined) => Promise<number>>();
  const ask = (series: string) => {
    const drawn = gathered(async (requests: readonly undefined[]) => {
      const last = await draw(series, requests.length);
      return requests.map((_request, index) => last - requests.length + 1 + index);
    });
    bySeries.set(series, drawn);
    return drawn;
  };
  return { next: (series) => (bySeries.get(series) ?? ask(series))(undefined) };
}
