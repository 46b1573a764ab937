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

/** The collection of what people have pointed at and not yet put anywhere. */
export function draftEvidenceModel(connection: Connection) {
  return connection.model('Material', materialSchema);
}
