import { type Connection, Schema } from 'mongoose';
import { dealtIndex, outboxFields } from '../records/store/record-model.ts';

const occurrenceSchema = new Schema(
  {
    _id: { type: String, required: true },
    job: { type: String, required: true },
    scope: { type: String, required: true },
    period: { type: String, required: true },
    dueAt: { type: Date, required: true },
    until: { type: Date, required: true },
    /** `waiting`, `done`, or `missed`: not run while it was useful. */
    status: { type: String, required: true },
    attempts: { type: Number, required: true },
    /** Which process is working on it; no other may before `leaseUntil`, which also delays a retry. */
    leaseBy: { type: String, default: null },
    leaseUntil: { type: Date, required: true },
    ...outboxFields,
  },
  { collection: 'occurrences', versionKey: false, strict: 'throw', autoIndex: false, autoCreate: false },
);

occurrenceSchema.index({ status: 1, dueAt: 1 });
occurrenceSchema.index({ pending: 1, nextAt: 1 });
occurrenceSchema.index(dealtIndex);

/** The collection of all occurrences of periodic work. */
export function occurrenceModel(connection: Connection) {
  return connection.model('Occurrence', occurrenceSchema);
}
