import { type Connection, Schema } from 'mongoose';
import { AppError } from '../errors.ts';

const counterSchema = new Schema(
  { _id: { type: String, required: true }, last: { type: Number, required: true } },
  { collection: 'counters', versionKey: false, autoIndex: false, autoCreate: false },
);

/** Gives numbers that never repeat. A number that was given and not used leaves a gap, which is allowed. */
export interface Counters {
  /** The next number of a series, from 1. */
  next(series: string): Promise<number>;
}

/** Counters in the database, safe for any number of processes: each number is one atomic increment. */
export function createCounters(connection: Connection): Counters {
  const model = connection.model('Counter', counterSchema);
  return {
    async next(series) {
      const counter = await model
        .findOneAndUpdate({ _id: series }, { $inc: { last: 1 } }, { upsert: true, returnDocument: 'after' })
        .lean();
      if (!counter) throw new AppError('counter.lost', { series });
      return counter.last;
    },
  };
}
