import { type Connection, Schema } from 'mongoose';
import { dealtIndex, outboxFields } from '../records/store/record-model.ts';

const inboxSchema = new Schema(
  {
    /** The interaction's id, with its platform and workspace: a redelivery collides with it. */
    _id: { type: String, required: true },
    interaction: { type: Schema.Types.Mixed, required: true },
    receivedAt: { type: Date, required: true },
    /** `waiting`, `done`, or `dead`: given up. */
    status: { type: String, required: true },
    attempts: { type: Number, required: true },
    /** Why the last attempt failed; a code, never text written by a person. */
    reason: { type: String, default: null },
    /** Which process is working on it; no other may before `leaseUntil`, which also delays a retry. */
    leaseBy: { type: String, default: null },
    leaseUntil: { type: Date, required: true },
    ...outboxFields,
  },
  { collection: 'inbox', versionKey: false, strict: 'throw', minimize: false, autoIndex: false, autoCreate: false },
);

inboxSchema.index({ status: 1, leaseUntil: 1 });
inboxSchema.index({ pending: 1, nextAt: 1 });
inboxSchema.index(dealtIndex);

/** The collection of events that nobody is waiting for. */
export function inboxModel(connection: Connection) {
  return connection.model('Inbox', inboxSchema);
}
