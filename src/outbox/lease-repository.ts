import { type Connection, mongo } from 'mongoose';
import { leaseModel } from './lease-model.ts';

/** A lease as stored. */
export interface Lease {
  readonly by: string;
  readonly until: Date;
}

/** Leases for tasks that one process does at a time, among any number of processes. */
export interface Leases {
  /** Extends a lease until an instant; false if another process has it by now. */
  renew(name: string, by: string, until: Date): Promise<boolean>;
  /** Null if no process has it. */
  read(name: string): Promise<Lease | null>;
  /** Takes over a lease that is unchanged since it was read, null for one that no process had; false if another process was faster. */
  take(name: string, seen: Lease | null, lease: Lease): Promise<boolean>;
  /** Releases a lease; does nothing if another process has it. */
  release(name: string, by: string): Promise<void>;
}

/** Leases in the database: each takeover is one write, unique by the lease's name. */
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
