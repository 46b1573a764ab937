import { type Connection, mongo } from 'mongoose';
import { leaseModel } from './lease-model.ts';

/** A lease as it stands. */
export interface Lease {
  readonly by: string;
  readonly until: Date;
}

/** What one process at a time does, for any number of processes. */
export interface Leases {
  /** Keeps a lease until an instant; false when another process has it by now. */
  renew(name: string, by: string, until: Date): Promise<boolean>;
  /** Null when nobody has it. */
  read(name: string): Promise<Lease | null>;
  /** Takes a lease that stands as it was seen, null for one that nobody had; false when another process was quicker. */
  take(name: string, seen: Lease | null, lease: Lease): Promise<boolean>;
  /** Gives a lease back; does nothing when another process has it. */
  release(name: string, by: string): Promise<void>;
}

/** Leases in the database: each take-over is one write, unique by the lease's name. */
export function createLeases(connection: Connection): Leases {
  const model = leaseModel(connection);
  return {
    async renew(name, by, until) {
      return (await model.updateOne({ _id: name, by }, { $set: { until } })).matchedCount === 1;
    },
    async read(name) {
      const found = await model.findById(name).lean();
      return found && { by: found.by, until: found.until };
    },
    async take(name, seen, lease) {
      if (seen) return (await model.updateOne({ _id: name, ...seen }, { $set: lease })).matchedCount === 1;
      try {
        await model.insertOne({ _id: name, ...lease });
        return true;
      } catch (error) {
        if (error instanceof mongo.MongoServerError && error.code === 11000) return false;
        throw error;
      }
    },
    async release(name, by) {
      await model.deleteOne({ _id: name, by });
    },
  };
}
