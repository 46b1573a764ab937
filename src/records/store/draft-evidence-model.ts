import { type Connection, Schema } from 'mongoose';

const materialSchema = new Schema(
  {
    _id: { type: String, required: true },
    personId: { type: String, required: true },
    evidence: { type: [Schema.Types.Mixed], required: true },
    createdAt: { type: Date, required: true },
  },
  { collection: 'materials', versionKey: false, strict: 'throw', autoIndex: false, autoCreate: false },
);

materialSchema.index({ personId: 1, createdAt: 1 });

/** The collection of evidence that people picked and have not attached yet. */
export function draftEvidenceModel(connection: Connection) {
  return connection.model('Material', materialSchema);
}
