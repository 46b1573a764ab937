import { type Connection, mongo } from 'mongoose';
import { leaseModel } from './lease-model.ts';

/** Who does what alone, for any number of processes. The clocks of the processes must agree to within a few seconds. */
export interface Leases {
  /** Takes or renews a lease until an instant; false while somebody else holds it at `now`. */
  hold(name: string, by: string, now: Date, until: Date): Promise<boolean>;
  /** Gives a lease back; does nothing when somebody else holds it. */
  release(name: string, by: string): Promise<void>;
}

/** Leases in the database: each take-over is one write, unique by the lease's name. */
export function createLeases(connection: Connection): Leases {
  const model = leaseModel(connection);
  return {
    async hold(name, by, now, until) {
      const renewed = await model.updateOne({ _id: name, by }, { $set: { until } });
      if (renewed.matchedCount === 1) return true;
      try {
        await model.updateOne({ _id: name, until: { $lte: now } }, { $set: { by, until } }, { upsert: true });
        return true;
      } catch (error) {
        // A lease in force matches no filter, so that the insert meets it.
        if (error instanceof mongo.MongoServerError && error.code === 11000) return false;
        throw error;
      }
    },
    async release(name, by) {
      await model.deleteOne({ _id: name, by });
    },
  };
}
