import { type Connection, Schema } from 'mongoose';

const leaseSchema = new Schema(
  {
    _id: { type: String, required: true },
    by: { type: String, required: true },
    until: { type: Date, required: true },
  },
  { collection: 'leases', versionKey: false, strict: 'throw', autoIndex: false, autoCreate: false },
);

/** The collection of leases: tasks that only one process may do at a time. */
export function leaseModel(connection: Connection) {
  return connection.model('Lease', leaseSchema);
}
